#include "gpu/offer.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

#include "base/error.h"

namespace inkheal::gpu {
namespace {

int rank(DeviceKind kind) {
    switch (kind) {
        case DeviceKind::discrete:
            return 0;
        case DeviceKind::integrated:
            return 1;
        case DeviceKind::virtualised:
            return 2;
        case DeviceKind::other:
            return 3;
        case DeviceKind::cpu:
            return 4;
    }
    return 5;
}

bool matches(const DeviceSummary& summary, std::size_t index, const std::string& wanted) {
    if (wanted.empty()) return true;
    std::size_t number = 0;
    const char* last = wanted.data() + wanted.size();
    const auto [end, error] = std::from_chars(wanted.data(), last, number);
    if (error == std::errc{} && end == last) return number == index;
    const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
    return std::search(summary.name.begin(), summary.name.end(), wanted.begin(), wanted.end(), same) !=
           summary.name.end();
}

[[noreturn]] void refuse(const std::vector<DeviceSummary>& all, const std::string& wanted) {
    if (all.empty())
        throw Error{
            "No Vulkan device was found; install a Vulkan 1.3 driver (mesa-vulkan-drivers has one for any CPU).",
            Exit::noDevice};
    std::string names, lacks;
    for (std::size_t i = 0; i < all.size(); ++i) {
        names += (i ? ", " : "") + std::to_string(i) + " " + all[i].name;
        if (matches(all[i], i, wanted)) lacks += " " + all[i].name + " lacks " + all[i].lacks + ".";
    }
    if (lacks.empty())
        throw Error{"No Vulkan device matches \"" + wanted + "\"; there are: " + names + ".", Exit::noDevice};
    throw Error{"No usable Vulkan device:" + lacks, Exit::noDevice};
}

std::string tooFew(std::uint32_t offered, std::uint32_t needed, const std::string& what) {
    return std::to_string(needed) + " " + what + " (it offers " + std::to_string(offered) + ")";
}

}  // namespace

std::string lackOf(const Offer& o) {
    if (o.apiMajor < 1 || (o.apiMajor == 1 && o.apiMinor < 3))
        return "Vulkan 1.3 (it offers " + std::to_string(o.apiMajor) + "." + std::to_string(o.apiMinor) + ")";
    if (!o.dynamicRendering) return "dynamic rendering";
    if (!o.synchronization2) return "synchronization2";
    if (!o.maintenance4) return "maintenance4";
    if (!o.scalarBlockLayout) return "the scalar block layout";
    if (!o.extendedStorageFormats) return "the extended storage image formats";
    if (!o.primitiveNumbers) return "triangle numbers in fragment shaders (geometryShader)";
    if (!o.pushDescriptors) return "push descriptors (VK_KHR_push_descriptor)";
    if (!o.computeAndGraphicsQueue) return "a queue for both compute and graphics";
    if (o.storageImages < storageImagesNeeded)
        return tooFew(o.storageImages, storageImagesNeeded, "storage images a shader");
    if (o.storageBuffers < storageBuffersNeeded)
        return tooFew(o.storageBuffers, storageBuffersNeeded, "storage buffers a shader");
    if (o.sampledImages < sampledImagesNeeded)
        return tooFew(o.sampledImages, sampledImagesNeeded, "sampled images a shader");
    if (o.threadsPerGroup < threadsPerGroupNeeded)
        return tooFew(o.threadsPerGroup, threadsPerGroupNeeded, "threads a group");
    if (!o.weakFormat.empty()) return "full use of the image format " + o.weakFormat;
    return {};
}

std::size_t chosenAmong(const std::vector<DeviceSummary>& all, const std::string& wanted) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].lacks.empty() || !matches(all[i], i, wanted)) continue;
        if (!best || rank(all[i].kind) < rank(all[*best].kind)) best = i;
    }
    if (!best) refuse(all, wanted);
    return *best;
}

}  // namespace inkheal::gpu
