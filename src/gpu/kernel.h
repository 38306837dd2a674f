#pragma once
// Pipelines by the name of their shader. A Kernel is one compute shader; a Raster is a vertex and a fragment shader
// that pull their vertices from buffers. Both read from the SPIR-V what the shader declares (bindings of set 0,
// formats, read or write only, push size, local size), so Commands can check every use and count its bytes.

#include <string>
#include <vector>

#include "gpu/device.h"
#include "gpu/image.h"

namespace inkheal::gpu {

class Kernel {
 public:
    Kernel() = default;
    /// `shader` is "room/verb", e.g. "healing/inflame". Unknown: our mistake (check).
    Kernel(Device& device, std::string shader);
    ~Kernel();
    Kernel(Kernel&& other) noexcept;
    Kernel& operator=(Kernel&& other) noexcept;

    const std::string& name() const;

    struct Body;
    Body& body() const { return *body_; }

 private:
    Body* body_ = nullptr;
};

struct RasterState {
    std::vector<Format> colours;                              // formats of the colour attachments, at most 4
    bool depth = true;                                        // a depth attachment, less-or-equal, written
    enum class Cull { none, back, front } cull = Cull::back;  // front faces are counter-clockwise
    float depthBiasConstant = 0, depthBiasSlope = 0;
    bool add = false;  // to what the colour attachments hold (rg11b10f only), instead of in its place
    Format depthFormat = Format::depth32f;
};

class Raster {
 public:
    Raster() = default;
    /// Shaders "room/name.vert" and "room/name.frag"; an empty fragment name makes a depth-only pipeline.
    Raster(Device& device, std::string vertex, std::string fragment, const RasterState& state);
    ~Raster();
    Raster(Raster&& other) noexcept;
    Raster& operator=(Raster&& other) noexcept;

    const std::string& name() const;

    struct Body;
    Body& body() const { return *body_; }

 private:
    Body* body_ = nullptr;
};

}  // namespace inkheal::gpu
