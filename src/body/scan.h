#pragma once
// A scan of somebody's body, read by the intake child and made ready: millimetres, outward winding, calmed of noise,
// normals.

#include <filesystem>

#include "body/mesh.h"
#include "intake/intake.h"

namespace inkheal::body {

/// Millimetres per unit of a scan whose longest side is `longest` units: a limb is between 6 cm and 2.5 m long, and
/// scanners write metres, centimetres or millimetres. glTF is in metres by its standard.
float millimetresPerUnit(float longest, bool gltf);

/// @throws Error (badInput) when nothing usable is left.
Mesh meshOfScan(const intake::ReadMesh& scan, const std::filesystem::path& file);

/// @throws Error (badInput).
Mesh readScan(const std::filesystem::path& file);

}  // namespace inkheal::body
