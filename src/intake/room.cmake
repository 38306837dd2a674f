# What the room intake links beyond the rooms it may include, and inkheal-intake, the executable its child process runs. The
# decoders are a library of their own, so that no process but the child (and the fuzz targets) holds their code.
find_package(PNG REQUIRED)
find_package(JPEG REQUIRED)
find_package(TIFF REQUIRED)
find_package(assimp REQUIRED)
pkg_check_modules(INTAKE REQUIRED IMPORTED_TARGET libwebp libwebpdemux librsvg-2.0 lcms2 libexif libseccomp
                  OpenEXR)

file(GLOB decoder_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/intake/child/*.cpp)
list(FILTER decoder_sources EXCLUDE REGEX "/main\\.cpp$")
add_library(intake_decoders STATIC ${decoder_sources})
set_target_properties(intake_decoders PROPERTIES OUTPUT_NAME inkheal_intake_decoders)
target_include_directories(intake_decoders PUBLIC ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(intake_decoders PUBLIC base PNG::PNG JPEG::JPEG TIFF::TIFF assimp::assimp PkgConfig::INTAKE)

add_executable(inkheal-intake ${CMAKE_CURRENT_SOURCE_DIR}/intake/child/main.cpp)
target_link_libraries(inkheal-intake PRIVATE intake_decoders)
install(TARGETS inkheal-intake RUNTIME DESTINATION libexec/inkheal)

# Whoever links the room needs the executable beside its own.
add_dependencies(intake inkheal-intake)
