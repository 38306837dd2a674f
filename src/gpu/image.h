#pragma once
// Device memory with a shape: 2D images (layers and mips if asked for) and plain buffers. Both belong to one Device,
// carry a name that shows in RenderDoc, can be used by any kernel or draw, and are kept in one layout for their whole
// life, so that no other room ever thinks of layouts or barriers.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gpu/device.h"

namespace inkheal::gpu {

enum class Format {
    r32f,
    rg32f,
    rgba32f,
    r16f,
    rg16f,
    rgba16f,
    rg11b10f,
    r8,
    rgba8,
    r32u,
    rg32u,
    rgba32u,
    depth16,
    depth32f
};

constexpr bool isDepth(Format format) {
    return format == Format::depth16 || format == Format::depth32f;
}

std::uint32_t bytesPerTexel(Format format);

struct ImageShape {
    int width = 1;
    int height = 1;
    int layers = 1;  // more than one, or arrayed, makes it an array image in GLSL (image2DArray, sampler2DArray)
    Format format = Format::rgba32f;
    bool mips = false;     // a full chain, filled by Commands::makeMips
    bool arrayed = false;  // an array image even with one layer
};

class Image {
 public:
    Image() = default;
    /// Contents are zero. @throws Error when the budget or the device has no room.
    Image(Device& device, std::string name, const ImageShape& shape);
    ~Image();
    Image(Image&& other) noexcept;
    Image& operator=(Image&& other) noexcept;

    explicit operator bool() const { return body_ != nullptr; }
    const std::string& name() const;
    const ImageShape& shape() const;
    int width() const { return shape().width; }
    int height() const { return shape().height; }
    std::uint64_t bytes() const;  // of mip 0, all layers

    /// Whole image at once (mip 0, layers one after another, rows from 0), tightly packed; waits for the device.
    void upload(std::span<const std::byte> texels);
    std::vector<std::byte> download() const;
    template <class T>
    std::vector<T> downloadAs() const;
    template <class T>
    void uploadFrom(std::span<const T> texels) {
        upload(std::as_bytes(texels));
    }

    struct Body;
    Body& body() const { return *body_; }

 private:
    Body* body_ = nullptr;
};

class Buffer {
 public:
    Buffer() = default;
    /// Contents are zero. Usable as storage, uniform, index, indirect, transfer.
    Buffer(Device& device, std::string name, std::uint64_t bytes);
    ~Buffer();
    Buffer(Buffer&& other) noexcept;
    Buffer& operator=(Buffer&& other) noexcept;

    explicit operator bool() const { return body_ != nullptr; }
    const std::string& name() const;
    std::uint64_t bytes() const;
    void upload(std::span<const std::byte> data);
    std::vector<std::byte> download() const;
    template <class T>
    std::vector<T> downloadAs() const;
    template <class T>
    void uploadFrom(std::span<const T> data) {
        upload(std::as_bytes(data));
    }

    struct Body;
    Body& body() const { return *body_; }

 private:
    Body* body_ = nullptr;
};

/// A buffer holding `values`.
template <class T>
Buffer bufferOf(Device& device, std::string name, const std::vector<T>& values) {
    Buffer buffer(device, std::move(name), std::uint64_t(values.size()) * sizeof(T));
    if (!values.empty()) buffer.uploadFrom(std::span<const T>(values));
    return buffer;
}

template <class T>
std::vector<T> typed(const std::vector<std::byte>& bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    std::copy(bytes.begin(), bytes.begin() + std::ptrdiff_t(values.size() * sizeof(T)),
              reinterpret_cast<std::byte*>(values.data()));
    return values;
}
template <class T>
std::vector<T> Image::downloadAs() const {
    return typed<T>(download());
}
template <class T>
std::vector<T> Buffer::downloadAs() const {
    return typed<T>(download());
}

}  // namespace inkheal::gpu
