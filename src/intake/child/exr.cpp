#include <ImfChannelList.h>
#include <ImfChromaticities.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfIO.h>
#include <ImfInputFile.h>
#include <ImfStandardAttributes.h>
#include <ImfThreading.h>

#include <array>
#include <cstring>
#include <optional>

#include "intake/child/decoders.h"

namespace inkheal::intake {
namespace {

class MemoryIn : public Imf::IStream {
 public:
    explicit MemoryIn(Bytes bytes) : IStream("panorama"), bytes_(bytes) {}

    bool read(char to[], int count) override {
        if (count < 0 || std::size_t(count) > bytes_.size() - at_)
            throw Refusal{"is cut off", "export or copy it again"};
        std::memcpy(to, bytes_.data() + at_, std::size_t(count));
        at_ += std::size_t(count);
        return at_ < bytes_.size();
    }
    std::uint64_t tellg() override { return at_; }
    void seekg(std::uint64_t to) override {
        if (to > bytes_.size()) throw Refusal{"is cut off", "export or copy it again"};
        at_ = to;
    }

 private:
    Bytes bytes_;
    std::size_t at_ = 0;
};

/// The file's primaries to those of Rec. 709, where it names others; its white stays white.
std::optional<glm::mat3> toRec709(const Imf::Header& header) {
    if (!Imf::hasChromaticities(header)) return {};
    const Imath::M44f m = Imf::RGBtoXYZ(Imf::chromaticities(header), 1) * Imf::XYZtoRGB(Imf::Chromaticities(), 1);
    glm::mat3 turned;
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) turned[i][j] = m[i][j];  // Imath multiplies rows from the left
    const glm::vec3 white = turned * glm::vec3(1);
    for (int i = 0; i < 3; ++i) turned[i] /= white;
    return turned;
}

/// The names of red, green and blue; a grey file has one for all.
std::array<std::string, 3> coloursOf(const Imf::Header& header) {
    const Imf::ChannelList& channels = header.channels();
    const auto whole = [&](const char* name) {
        const Imf::Channel* channel = channels.findChannel(name);
        return channel && channel->xSampling == 1 && channel->ySampling == 1;
    };
    if (whole("R") && whole("G") && whole("B")) return {"R", "G", "B"};
    if (whole("Y") && !channels.findChannel("RY")) return {"Y", "Y", "Y"};
    throw Refusal{"has no channels R, G and B", "export it as plain RGB"};
}

void readRows(Imf::InputFile& file, int longestEdge, std::unique_ptr<PanoramaRows>& rows) {
    const Imf::Header& header = file.header();
    const Imath::Box2i box = header.dataWindow();
    const std::int64_t width = std::int64_t(box.max.x) - box.min.x + 1,
                       height = std::int64_t(box.max.y) - box.min.y + 1;
    rows = std::make_unique<PanoramaRows>(width, height, longestEdge);
    const auto colours = coloursOf(header);
    const auto matrix = toRec709(header);
    if (!file.isComplete()) throw Refusal{"is cut off", "export or copy it again"};
    std::array<std::vector<float>, 3> values;
    Imf::FrameBuffer frame;
    for (std::size_t c = 0; c < 3; ++c) {
        values[c].resize(std::size_t(width));
        if (c > 0 && colours[c] == colours[0]) continue;
        char* const base = reinterpret_cast<char*>(values[c].data()) - std::ptrdiff_t(sizeof(float)) * box.min.x;
        frame.insert(colours[c], Imf::Slice(Imf::FLOAT, base, sizeof(float), 0));  // every row into the same place
    }
    file.setFrameBuffer(frame);
    std::vector<glm::vec4> row(std::size_t(width), glm::vec4(0, 0, 0, 1));
    for (int y = box.min.y; y <= box.max.y; ++y) {
        file.readPixels(y);
        for (std::size_t x = 0; x < row.size(); ++x) {
            glm::vec3 light(values[0][x], values[1][x], values[2][x]);
            if (colours[1] == colours[0]) light = glm::vec3(light.x);
            const bool lit = light.x >= 0 && light.y >= 0 && light.z >= 0;
            if (matrix && lit) light = glm::max(*matrix * light, glm::vec3(0));
            row[x] = glm::vec4(light, 1);
        }
        rows->add(row);
    }
}

}  // namespace

void decodeExrPanorama(const Source& source, std::unique_ptr<PanoramaRows>& rows) {
    Imf::setGlobalThreadCount(0);
    MemoryIn stream{source.bytes};
    try {
        Imf::InputFile file(stream, 0);
        readRows(file, source.longestEdge, rows);
    } catch (const Refusal&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        throw Refusal{"is a cut off or damaged OpenEXR, or of a kind inkheal does not read",
                      "export it again as a flat picture of scan lines"};
    }
}

}  // namespace inkheal::intake
