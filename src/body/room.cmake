# What the room body links beyond the rooms it may include.
