# What the room bake links beyond what it may include: assimp reads the source figure, OpenSubdiv smooths it. Debian's
# OpenSubdiv config names static libraries that its package does not hold, so the library is looked for by name.
pkg_check_modules(ASSIMP REQUIRED IMPORTED_TARGET assimp)
find_library(OSD_CPU osdCPU REQUIRED)
target_link_libraries(bake PRIVATE PkgConfig::ASSIMP ${OSD_CPU} Threads::Threads)
