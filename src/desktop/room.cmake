# What the room desktop links beyond the rooms it may include: GLFW opens the window.
find_package(glfw3 3.3 REQUIRED)
target_link_libraries(desktop PRIVATE glfw)
