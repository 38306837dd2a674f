#include <libexif/exif-data.h>

#include <algorithm>
#include <array>
#include <memory>

#include "intake/child/shrink.h"

namespace inkheal::intake {

Picture upright(Picture picture, int orientation) {
    if (orientation < 2 || orientation > 8) return picture;
    const bool transposed = orientation >= 5;
    const int w = picture.width, h = picture.height;
    Picture turned(transposed ? h : w, transposed ? w : h);
    // EXIF 2.32 section 4.6.4: which side of the picture the stored row 0 and column 0 are.
    const bool rightToLeft = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool bottomUp = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x) {
            const int column = transposed ? y : x, row = transposed ? x : y;
            turned.at(x, y) = picture.at(rightToLeft ? w - 1 - column : column, bottomUp ? h - 1 - row : row);
        }
    return turned;
}

int exifOrientation(std::span<const std::uint8_t> exif) {
    static constexpr std::array<std::uint8_t, 6> lead{'E', 'x', 'i', 'f', 0, 0};
    std::vector<std::uint8_t> block(exif.begin(), exif.end());
    if (block.size() < lead.size() || !std::equal(lead.begin(), lead.end(), block.begin()))
        block.insert(block.begin(), lead.begin(), lead.end());
    const std::unique_ptr<ExifData, void (*)(ExifData*)> data{
        exif_data_new_from_data(block.data(), static_cast<unsigned>(block.size())), exif_data_unref};
    if (!data) return 1;
    const ExifEntry* entry = exif_data_get_entry(data.get(), EXIF_TAG_ORIENTATION);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
    const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

}  // namespace inkheal::intake
