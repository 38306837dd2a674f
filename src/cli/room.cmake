# What the room cli links beyond the rooms it may include.
