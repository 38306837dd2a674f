# The tests make their pictures with the very libraries the decoders read them with, and try the decoders' confinement.
target_link_libraries(unit_intake PRIVATE intake_decoders)
