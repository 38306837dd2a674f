# What the room skin links beyond the rooms it may include.
