#pragma once
// Turns a decoder's encoded rows into linear Rec. 709: through the file's own ICC profile (or the gamma and primaries
// it states) where it has one, as sRGB otherwise.

#include <cstdint>
#include <glm/glm.hpp>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace inkheal::intake {

/// How a row lies in memory: interleaved, straight alpha last, native byte order.
struct RowForm {
    int colours = 3;  // 1 grey, 3 red green blue, 4 cyan magenta yellow black
    bool alpha = false;
    bool wide = false;      // 16 bits a channel instead of 8
    bool inverted = false;  // four colours with 0 for full ink, as Adobe writes JPEG

    int channels() const { return colours + (alpha ? 1 : 0); }
    std::size_t texelBytes() const { return std::size_t(channels()) * (wide ? 2 : 1); }
};

/// What a PNG may say instead of a profile.
struct StatedColour {
    double gamma = 0;  // file gamma, 1/2.2 = 0.45455; 0: nothing stated
    bool hasPrimaries = false;
    double whiteX = 0.3127, whiteY = 0.3290, redX = 0.64, redY = 0.33, greenX = 0.30, greenY = 0.60, blueX = 0.15,
           blueY = 0.06;
};

class ToLinear {
 public:
    /// `icc` may be empty. A profile that is broken or of another kind than the rows is left aside, with a warning.
    ToLinear(const RowForm& form, std::span<const std::uint8_t> icc);
    ToLinear(const RowForm& form, const StatedColour& stated);
    ~ToLinear();

    /// One row of linear.size() texels.
    void row(const std::uint8_t* encoded, std::span<glm::vec4> linear);

    std::vector<std::string> warnings;

 private:
    struct Transform;
    void plain(const std::uint8_t* encoded, std::span<glm::vec4> linear) const;
    void managed(const std::uint8_t* encoded, std::span<glm::vec4> linear);
    void use(void* profile);

    RowForm form_;
    std::unique_ptr<Transform> transform_;
    std::vector<float> byteTable_, wordTable_;  // sRGB to linear
};

}  // namespace inkheal::intake
