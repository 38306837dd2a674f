# What the room intake links beyond the rooms it may include.
