#pragma once
// Where meshes come from: the stock bodies that inkheal-bake made, calibration shapes made in code, and scans. Use it
// with what the option --body holds.

#include <string>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

/// "hand", "foot"; "plane", "cylinder:R", "cone:R1,R2,H", "sphere:R" (mm, edges at most 1 mm); else a file (glTF, GLB,
/// OBJ, PLY, STL) read by the intake child. The mesh's name is "hand", "foot", "plane", "cylinder", "cone", "sphere" or
/// "scan".
/// @throws Error: usage for a malformed calibration body, badInput for a scan.
Mesh loadBody(const std::string& idOrFile);

std::vector<std::string> stockBodies();

}  // namespace inkheal::body
