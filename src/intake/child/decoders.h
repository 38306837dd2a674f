#pragma once
// One function a format: a stranger's bytes in, an upright linear picture or a scan out. They run in the intake child
// (and in the fuzz targets), never in the process the user sees. What cannot be read throws Refusal.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "intake/intake.h"

namespace inkheal::intake {

/// What is wrong with the file and what would do instead; the parent adds the file's name.
struct Refusal {
    std::string wrong;
    std::string wouldDo;
};

using Bytes = std::span<const std::uint8_t>;

struct Source {
    Bytes bytes;
    int longestEdge = 4096;
};

enum class Format { png, jpeg, webp, tiff, svg, bmp, tga, hdr, exr, gltf, glb, obj, ply, stl };

/// The format of a picture by its content. @throws Refusal naming what it is instead, where that is known.
Format pictureFormat(Bytes bytes);
/// That of a panorama of light: hdr or exr. @throws Refusal.
Format panoramaFormat(Bytes bytes);
/// The format of a scan by its content. @throws Refusal.
Format meshFormat(Bytes bytes);

/// @throws Refusal if the sides are not positive, one exceeds 16384 texels or the area exceeds mostPixels.
void checkSize(std::int64_t width, std::int64_t height);

ReadPicture decodePng(const Source& source);
ReadPicture decodeJpeg(const Source& source);
ReadPicture decodeWebp(const Source& source);
ReadPicture decodeTiff(const Source& source);
ReadPicture decodeSvg(const Source& source);
ReadPicture decodeStb(const Source& source, Format format);  // bmp, tga, hdr
ReadPicture decodePicture(const Source& source, Format format);

/// Takes the rows of a panorama of light: its shape, and light that is light.
class PanoramaRows {
 public:
    /// @throws Refusal unless it is twice as wide as high.
    PanoramaRows(std::int64_t width, std::int64_t height, int longestEdge);
    ~PanoramaRows();
    /// A row of linear Rec. 709. @throws Refusal for light that is no number, below nothing or beyond all measure.
    void add(std::span<const glm::vec4> row);
    ReadPicture finish();

 private:
    std::unique_ptr<class Shrink> shrink_;
};
void decodeHdrPanorama(const Source& source, std::unique_ptr<PanoramaRows>& rows);
void decodeExrPanorama(const Source& source, std::unique_ptr<PanoramaRows>& rows);
ReadPicture decodePanorama(const Source& source, Format format);

struct MeshFile {
    std::string name;  // beside the model; the model itself has none
    Bytes bytes;
};

/// The first file is the model, the others lie beside it. Indices and positions are as the library gave them: the
/// parent checks.
ReadMesh decodeMesh(const std::vector<MeshFile>& files, Format format);

}  // namespace inkheal::intake
