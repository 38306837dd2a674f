# What the room design links beyond the rooms it may include.
