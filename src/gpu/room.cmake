# What the room gpu links beyond base: the loader, and SPIRV-Cross to read what a shader declares.
find_package(Vulkan REQUIRED)
pkg_check_modules(SPIRV_CROSS REQUIRED IMPORTED_TARGET spirv-cross-c-shared)
target_link_libraries(gpu PUBLIC Vulkan::Vulkan shader_table PRIVATE PkgConfig::SPIRV_CROSS)
if(INKHEAL_VALIDATE)
  target_compile_definitions(gpu PRIVATE INKHEAL_VALIDATE_BY_DEFAULT)
endif()
