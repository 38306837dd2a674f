// One format's decoder under libFuzzer; INKHEAL_FUZZ_FORMAT names the format. A refusal is as good as a picture: what
// counts is that nothing else happens.

#include <new>

#include "intake/child/decoders.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace inkheal::intake;
    constexpr Format format = Format::INKHEAL_FUZZ_FORMAT;
    const Bytes bytes{data, size};
    try {
        if constexpr (format >= Format::gltf)
            (void)decodeMesh({{"", bytes}}, format);
        else if constexpr (format == Format::exr)
            (void)decodePanorama({bytes, 256}, format);
        else if (pictureFormat(bytes) == format)
            (void)decodePicture({bytes, 256}, format);
    } catch (const Refusal&) {
    } catch (const std::bad_alloc&) {
    }
    return 0;
}
