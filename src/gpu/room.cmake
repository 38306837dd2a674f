# What the room gpu links beyond base: the loader, SPIRV-Cross to read what a shader declares, and GLFW, which knows how
# to make the surface of a window.
find_package(Vulkan REQUIRED)
find_package(glfw3 3.3 REQUIRED)
pkg_check_modules(SPIRV_CROSS REQUIRED IMPORTED_TARGET spirv-cross-c-shared)
target_link_libraries(gpu PUBLIC Vulkan::Vulkan shader_table PRIVATE PkgConfig::SPIRV_CROSS glfw)
if(INKHEAL_VALIDATE)
  target_compile_definitions(gpu PRIVATE INKHEAL_VALIDATE_BY_DEFAULT)
endif()
