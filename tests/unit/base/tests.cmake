# The EXR test reads back what base wrote; base keeps OpenEXR to itself.
find_package(PkgConfig REQUIRED)
pkg_check_modules(OPENEXR REQUIRED IMPORTED_TARGET OpenEXR)
target_link_libraries(unit_base PRIVATE PkgConfig::OPENEXR)
add_dependencies(unit_base assets)  # the share folder it finds
