# What the room desktop links beyond the rooms it may include.
