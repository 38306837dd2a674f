# What the room base links beyond the standard library.
find_package(nlohmann_json REQUIRED)
find_package(PNG REQUIRED)
find_package(glm REQUIRED)
pkg_check_modules(OPENEXR REQUIRED IMPORTED_TARGET OpenEXR)
pkg_check_modules(LCMS REQUIRED IMPORTED_TARGET lcms2)
target_link_libraries(base PUBLIC nlohmann_json::nlohmann_json glm::glm PRIVATE PNG::PNG PkgConfig::OPENEXR PkgConfig::LCMS)
target_compile_definitions(base PRIVATE INKHEAL_VERSION="${PROJECT_VERSION}")
