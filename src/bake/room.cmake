# What the room bake links beyond the rooms it may include.
