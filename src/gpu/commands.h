#pragma once
// Work for the device, in order: each verb sees the results of all verbs before it. Record, then submit(); nothing runs
// before. Sections name and time a stretch of work (RenderDoc labels, GPU timestamps, bytes moved by count).

#include <cstring>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "gpu/image.h"
#include "gpu/kernel.h"

namespace inkheal::gpu {

/// One resource in binding order. Whether it is read or written, stored or sampled, the shader says. A const one may
/// only be bound where the shader declares it readonly or samples it. Samplers are linear (those of depth images take
/// the nearest texel), clamped to the edge, all mips.
struct Binding {
    Binding(const Image& i) : image(&i) {}
    Binding(Image& i) : image(&i), writable(true) {}
    Binding(const Buffer& b) : buffer(&b) {}
    Binding(Buffer& b) : buffer(&b), writable(true) {}

    /// Of which the run touches this share, for the count of bytes.
    template <class Resource>
    Binding(Resource& resource, double touched) : Binding(resource) {
        share = touched;
    }

    const Image* image = nullptr;
    const Buffer* buffer = nullptr;
    bool writable = false;
    double share = 1;
};

struct Extent {
    int x = 0, y = 1, z = 1;  // threads, not groups; x = 0: those of the first image bound (layers are z)
};

/// What one section took: device time (summed over its repeats in one submit) and bytes of the resources it bound, or
/// of the share it touches of them, read ones and written ones counted once each a run.
struct SectionTime {
    std::string name;
    double milliseconds = 0;
    std::uint64_t bytes = 0;
    int runs = 0;
};

struct Targets {
    std::vector<Image*> colours;
    Image* depth = nullptr;
    bool clear = true;   // colours to zero, depth to one; else what is there is kept
    double touched = 1;  // share of them that is drawn on, for the count of bytes
};

class Commands {
 public:
    explicit Commands(Device& device);
    ~Commands();
    Commands(const Commands&) = delete;
    Commands& operator=(const Commands&) = delete;

    Device& device() const;

    class Section {
     public:
        Section(Commands& commands, std::string_view name);
        ~Section();
        Section(const Section&) = delete;
        Section& operator=(const Section&) = delete;

     private:
        Commands& commands_;
    };
    [[nodiscard]] Section section(std::string_view name) { return Section(*this, name); }

    /// Runs a kernel over `threads` with `push` as its push block. Checks count, kind, format and push size against the
    /// shader and works out the groups.
    template <class Push>
    void run(const Kernel& kernel, const Push& push, std::initializer_list<Binding> bindings, Extent threads = {}) {
        static_assert(std::is_trivially_copyable_v<Push> && sizeof(Push) % 16 == 0 && sizeof(Push) <= 128);
        runBytes(kernel, std::as_bytes(std::span<const Push>(&push, 1)), {bindings.begin(), bindings.size()}, threads);
    }
    void runBytes(const Kernel& kernel, std::span<const std::byte> push, std::span<const Binding> bindings,
                  Extent threads);

    /// Draws `vertices` vertices as triangles into the targets, or those that as many `indices` (uint32) name: then
    /// each is worked on about once. Clip space has y up; row 0 of a target is its top.
    template <class Push>
    void draw(const Raster& raster, const Push& push, std::initializer_list<Binding> bindings, const Targets& targets,
              int vertices, const Buffer* indices = nullptr) {
        static_assert(std::is_trivially_copyable_v<Push> && sizeof(Push) % 16 == 0 && sizeof(Push) <= 128);
        drawBytes(raster, std::as_bytes(std::span<const Push>(&push, 1)), {bindings.begin(), bindings.size()}, targets,
                  vertices, indices);
    }
    void drawBytes(const Raster& raster, std::span<const std::byte> push, std::span<const Binding> bindings,
                   const Targets& targets, int vertices, const Buffer* indices);

    void copy(const Image& from, Image& to);    // same shape
    void copy(const Buffer& from, Buffer& to);  // same size
    void clear(Image& image, float r, float g = 0, float b = 0, float a = 0);
    void makeMips(Image& image);

    /// Runs what was recorded and waits for it; the Commands can then record again. @throws Error when the driver fails
    /// or, before anything runs, when the work was interrupted (base/interrupt.h).
    void submit();

    /// Times of the sections of the last submit, in order of first use.
    const std::vector<SectionTime>& times() const;

    /// The same summed over every submit since the last call.
    std::vector<SectionTime> takeTotals();

    struct Body;

 private:
    friend class Section;
    std::unique_ptr<Body> body_;
};

}  // namespace inkheal::gpu
