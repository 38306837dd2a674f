#pragma once
// One Vulkan 1.3 device, with or without a window: chosen, checked, opened, with its memory, its pipeline cache and its
// validation messages. Open one per process and hand it to everything that makes Images, Buffers, Kernels or Commands.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace inkheal::gpu {

struct DeviceChoice {
    std::string wanted;       // index ("0") or part of a name, empty: discrete, then integrated, then CPU
    bool validate = false;    // core and synchronization validation; needs the validation layers
    std::string cacheFolder;  // empty: $XDG_CACHE_HOME/inkheal or ~/.cache/inkheal
    bool forWindow = false;   // able to show pictures in a window (gpu/present.h); glfwInit() comes first
};

enum class DeviceKind { discrete, integrated, virtualised, cpu, other };

struct DeviceSummary {
    std::string name;
    std::string driver;  // name and version, e.g. "llvmpipe Mesa 22.3.6 (LLVM 15.0.6)"
    DeviceKind kind = DeviceKind::other;
    std::uint32_t apiMajor = 0, apiMinor = 0, apiPatch = 0;
    std::uint64_t memoryBytes = 0;
    std::string lacks;  // empty if usable, else the sentence that says what is missing
};

struct Internals;  // the Vulkan handles; gpu's own files only

class Device {
 public:
    /// @throws Error (noDevice) with a sentence naming what is lacking.
    explicit Device(const DeviceChoice& choice);
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    /// Every device the loader shows, usable or not, in the loader's order (the index of --device).
    static std::vector<DeviceSummary> list();

    const DeviceSummary& summary() const;

    /// Bytes that may be allocated: 80 % of the largest device-local heap, at most 2 GiB on a CPU device. Allocation
    /// past it throws Error naming the limit before the driver is asked.
    std::uint64_t budgetBytes() const;
    std::uint64_t usedBytes() const;

    /// Validation messages so far (0 without --validate); their texts went to standard error.
    int validationMessages() const;

    /// Waits until the device is idle, then writes the pipeline cache to disk (atomic; failure is not an error).
    void saveCache();

    Internals& internals() const { return *internals_; }

 private:
    std::unique_ptr<Internals> internals_;
};

}  // namespace inkheal::gpu
