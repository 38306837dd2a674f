#pragma once
// The file of a stock body: what inkheal-bake writes and loadBody reads. Little-endian: magic, version, counts,
// checksum of the rest, then each array of Mesh in its order.

#include <filesystem>

#include "body/mesh.h"

namespace inkheal::body {

/// @throws Error (cannotWrite).
void writeBody(const std::filesystem::path& file, const Mesh& mesh);

/// The mesh's name is the file's stem. @throws Error (badInput) for a file that is not whole, of another version, or
/// damaged.
Mesh readBody(const std::filesystem::path& file);

}  // namespace inkheal::body
