# What the room studio links beyond the rooms it may include.
