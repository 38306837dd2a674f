#include "base/exr.h"

#include <ImfChannelList.h>
#include <ImfFloatAttribute.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfIO.h>
#include <ImfOutputFile.h>

#include <cstring>

#include "base/check.h"
#include "base/error.h"
#include "base/file.h"

namespace inkheal {
namespace {

/// OpenEXR's stream into memory, so that the file itself is written the atomic way.
class MemoryStream : public Imf::OStream {
 public:
    MemoryStream() : OStream("memory") {}
    void write(const char data[], int count) override {
        if (at_ + std::size_t(count) > bytes.size()) bytes.resize(at_ + std::size_t(count));
        std::memcpy(bytes.data() + at_, data, std::size_t(count));
        at_ += std::size_t(count);
    }
    std::uint64_t tellp() override { return at_; }
    void seekp(std::uint64_t position) override { at_ = position; }

    std::vector<std::uint8_t> bytes;

 private:
    std::size_t at_ = 0;
};

}  // namespace

void writeExr(const std::filesystem::path& file, int width, int height, const std::vector<ExrChannel>& channels,
              const std::vector<std::pair<std::string, float>>& attributes) {
    const std::size_t texels = std::size_t(width) * std::size_t(height);
    MemoryStream stream;
    try {
        Imf::Header header(width, height);
        header.compression() = Imf::ZIP_COMPRESSION;
        for (const auto& [name, value] : attributes) header.insert(name, Imf::FloatAttribute(value));
        Imf::FrameBuffer frame;
        for (const ExrChannel& channel : channels) {
            checkEqual(channel.samples.size(), texels, "samples of the EXR channel " + channel.name);
            header.channels().insert(channel.name, Imf::Channel(Imf::FLOAT));
            char* start = const_cast<char*>(reinterpret_cast<const char*>(channel.samples.data()));
            frame.insert(channel.name,
                         Imf::Slice(Imf::FLOAT, start, sizeof(float), sizeof(float) * std::size_t(width)));
        }
        Imf::OutputFile out(stream, header);
        out.setFrameBuffer(frame);
        out.writePixels(height);
    } catch (const std::exception& e) {
        throw Error{file.string() + ": the EXR could not be made: " + e.what() + ".", Exit::cannotWrite};
    }
    writeFile(file, stream.bytes);
}

}  // namespace inkheal
