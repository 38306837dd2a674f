# Installs the build into a folder of its own and asks the installed inkheal for what needs its data and its child.
#   cmake -DBUILD=build/release -DPREFIX=some/folder -P installed.cmake
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} RESULT_VARIABLE failed OUTPUT_QUIET)
if(failed)
  message(FATAL_ERROR "cmake --install failed: ${failed}")
endif()

file(GLOB_RECURSE programs RELATIVE ${PREFIX} ${PREFIX}/bin/* ${PREFIX}/libexec/*)
if(NOT programs STREQUAL "bin/inkheal;libexec/inkheal/inkheal-intake")
  message(FATAL_ERROR "installed programs: ${programs}")
endif()
foreach(file sites.json pigments.json care.json lights.json bodies/hand.body bodies/foot.body samples/butterfly.svg)
  if(NOT EXISTS ${PREFIX}/share/inkheal/${file})
    message(FATAL_ERROR "share/inkheal/${file} is not installed")
  endif()
endforeach()

function(ask wanted)
  execute_process(COMMAND env -i ${PREFIX}/bin/inkheal ${ARGN} WORKING_DIRECTORY ${PREFIX}
                  RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE complaint)
  if(failed OR NOT said MATCHES ${wanted})
    message(FATAL_ERROR "inkheal ${ARGN}: exit ${failed}\n${said}${complaint}")
  endif()
endfunction()
ask("wrist-inner" info --sites)                                             # its data
ask("stretchMax" place --design share/inkheal/samples/butterfly.svg)  # its data and its child
file(REMOVE_RECURSE ${PREFIX})
