# What the room portrait links beyond the rooms it may include.
