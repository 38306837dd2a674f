#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include "intake/child/decoders.h"

namespace inkheal::intake {
namespace {

using std::string_view;
using namespace std::string_view_literals;

string_view textOf(Bytes bytes, std::size_t most) {
    return {reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), most)};
}

string_view withoutLead(string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    return text;
}

/// What a stranger may hand us by mistake, by how it begins.
std::optional<string_view> foreign(string_view text) {
    static constexpr std::array<std::pair<string_view, string_view>, 9> known{{
        {"GIF8"sv, "a GIF"sv},
        {"%PDF"sv, "a PDF"sv},
        {"%!PS"sv, "a PostScript file"sv},
        {"8BPS"sv, "a Photoshop file"sv},
        {"PK\x03\x04"sv, "a zip archive (or a Procreate or OpenRaster file)"sv},
        {"\x1f\x8b"sv, "compressed with gzip"sv},
        {"gimp xcf"sv, "a GIMP file"sv},
        {"\x76\x2f\x31\x01"sv, "an OpenEXR file"sv},
        {"\x7f"
         "ELF"sv,
         "a program"sv},
    }};
    for (const auto& [start, name] : known)
        if (text.starts_with(start)) return name;
    if (text.size() > 12 && text.substr(4, 4) == "ftyp") return "a HEIC, AVIF or video file"sv;
    return {};
}

/// TGA has no signature: every field of its header must make sense.
bool looksLikeTga(Bytes b) {
    if (b.size() < 18) return false;
    const int map = b[1], type = b[2] & 7, depth = b[16];
    if (b[2] != 1 && b[2] != 2 && b[2] != 3 && b[2] != 9 && b[2] != 10 && b[2] != 11) return false;
    if (map != (type == 1 ? 1 : 0)) return false;
    if (type == 1 && b[7] != 15 && b[7] != 16 && b[7] != 24 && b[7] != 32) return false;
    const bool depthFits =
        type == 2 ? (depth == 15 || depth == 16 || depth == 24 || depth == 32) : (depth == 8 || depth == 16);
    return depthFits && (b[12] | b[13]) != 0 && (b[14] | b[15]) != 0;
}

bool looksLikeObj(string_view text) {
    bool points = false, faces = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = withoutLead(text.substr(at, end - at));
        points |= line.starts_with("v ");
        faces |= line.starts_with("f ");
        at = end + 1;
    }
    return points && faces;
}

bool looksLikeBinaryStl(Bytes b) {
    if (b.size() < 84 + 50) return false;
    const std::uint64_t count = b[80] | (b[81] << 8) | (b[82] << 16) | (std::uint64_t(b[83]) << 24);
    return b.size() == 84 + 50 * count;
}

}  // namespace

Format pictureFormat(Bytes bytes) {
    const auto text = textOf(bytes, std::size_t(1) << 16);
    if (text.starts_with("\x89PNG")) return Format::png;
    if (text.starts_with("\xFF\xD8\xFF")) return Format::jpeg;
    if (text.starts_with("RIFF") && text.substr(0, 12).ends_with("WEBP")) return Format::webp;
    if (text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv) || text.starts_with("II+\0"sv) ||
        text.starts_with("MM\0+"sv))
        return Format::tiff;
    if (text.starts_with("#?RADIANCE") || text.starts_with("#?RGBE")) return Format::hdr;
    if (withoutLead(text).starts_with("<") && text.find("<svg") != text.npos) return Format::svg;
    if (text.starts_with("BM")) return Format::bmp;
    if (const auto other = foreign(text))
        throw Refusal{"is " + std::string(*other) + ", not a picture inkheal reads", "export it as PNG, JPEG or SVG"};
    if (looksLikeTga(bytes)) return Format::tga;
    throw Refusal{"is not a picture inkheal knows", "use PNG, JPEG, WebP, TIFF, SVG, BMP, TGA or HDR"};
}

Format panoramaFormat(Bytes bytes) {
    const auto text = textOf(bytes, 64);
    if (text.starts_with("#?RADIANCE") || text.starts_with("#?RGBE")) return Format::hdr;
    if (text.starts_with("\x76\x2f\x31\x01")) return Format::exr;
    throw Refusal{"is not a panorama of light inkheal reads", "use Radiance (.hdr) or OpenEXR (.exr)"};
}

Format meshFormat(Bytes bytes) {
    const auto text = textOf(bytes, std::size_t(4) << 20);
    const auto start = withoutLead(text);
    if (text.starts_with("glTF")) return Format::glb;
    if (start.starts_with("{") && text.find("\"asset\"") != text.npos) return Format::gltf;
    if (text.starts_with("ply\n") || text.starts_with("ply\r")) return Format::ply;
    if (looksLikeBinaryStl(bytes)) return Format::stl;
    if (start.starts_with("solid") && text.find("facet") != text.npos) return Format::stl;
    if (const auto other = foreign(text))
        throw Refusal{"is " + std::string(*other) + ", not a scan inkheal reads", "export it as glTF, OBJ, PLY or STL"};
    if (looksLikeObj(text)) return Format::obj;
    throw Refusal{"is not a scan inkheal knows", "use glTF, GLB, OBJ, PLY or STL"};
}

void checkSize(std::int64_t width, std::int64_t height) {
    const std::string size = std::to_string(width) + " x " + std::to_string(height);
    if (width < 1 || height < 1) throw Refusal{"says it has no texels (" + size + ")", "export it again"};
    if (width > 16384 || height > 16384)
        throw Refusal{"is " + size + " texels, and no side may exceed 16384", "save it smaller"};
    if (width * height > mostPixels)
        throw Refusal{"is " + size + " texels, more than the limit of 89 million", "save it smaller"};
}

ReadPicture decodePicture(const Source& source, Format format) {
    switch (format) {
        case Format::png:
            return decodePng(source);
        case Format::jpeg:
            return decodeJpeg(source);
        case Format::webp:
            return decodeWebp(source);
        case Format::tiff:
            return decodeTiff(source);
        case Format::svg:
            return decodeSvg(source);
        default:
            return decodeStb(source, format);
    }
}

}  // namespace inkheal::intake
