# What the room healing links beyond the rooms it may include.
