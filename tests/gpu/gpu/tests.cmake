# These tests bring shaders of their own, in a table that stands in for the shipped one: one kernel a format, and others
# with known answers.
set(here ${CMAKE_CURRENT_SOURCE_DIR}/gpu/gpu/shaders)
set(includes "")
set(rows "")
set(words "")
set(number 0)

function(test_shader path file)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/gpu_test_shader_${number}.inc)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${GLSLC} --target-env=vulkan1.3 -O -Werror -mfmt=c ${ARGN} -o ${out} ${here}/${file}
    DEPENDS ${here}/${file}
    COMMENT "glslc ${path}"
    VERBATIM)
  set(words ${words} ${out} PARENT_SCOPE)
  set(includes "${includes}constexpr std::uint32_t words${number}[] =\n#include \"${out}\"\n;\n" PARENT_SCOPE)
  set(rows "${rows}    {\"${path}\", words${number}},\n" PARENT_SCOPE)
  math(EXPR number "${number} + 1")
  set(number ${number} PARENT_SCOPE)
endfunction()

foreach(format r32f rg32f rgba32f r16f rg16f rgba16f r8 rgba8)
  test_shader(test/twice_${format}.comp twice.comp -DFORMAT=${format} -DIMAGE=image2DArray)
endforeach()
test_shader(test/twice_rg11b10f.comp twice.comp -DFORMAT=r11f_g11f_b10f -DIMAGE=image2DArray)
foreach(format r32 rg32 rgba32)
  test_shader(test/twice_${format}u.comp twice.comp -DFORMAT=${format}ui -DIMAGE=uimage2DArray)
endforeach()
foreach(file tally.comp look_up.comp corners.vert paint.frag add.frag)
  test_shader(test/${file} ${file})
endforeach()

configure_file(${PROJECT_SOURCE_DIR}/shaders/shader_table.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/gpu_test_shaders.cpp @ONLY)
set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/gpu_test_shaders.cpp PROPERTIES OBJECT_DEPENDS "${words}")
target_sources(gpu_gpu PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/gpu_test_shaders.cpp)
