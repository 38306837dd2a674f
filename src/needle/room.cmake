# What the room needle links beyond the rooms it may include.
