# What the room needle links beyond the rooms it may include.
target_link_libraries(needle PRIVATE Threads::Threads)
