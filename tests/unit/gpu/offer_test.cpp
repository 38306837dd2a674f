// Which device is used and what the others lack, without any driver.

#include "gpu/offer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <optional>

#include "base/error.h"
#include "gpu/reflect.h"

namespace inkheal::gpu {
namespace {

using testing::HasSubstr;

Offer enough() {
    Offer offer;
    offer.apiMajor = 1, offer.apiMinor = 3;
    offer.dynamicRendering = offer.synchronization2 = offer.maintenance4 = offer.scalarBlockLayout = true;
    offer.extendedStorageFormats = offer.primitiveNumbers = offer.pushDescriptors = offer.computeAndGraphicsQueue =
        true;
    offer.storageImages = storageImagesNeeded;
    offer.storageBuffers = storageBuffersNeeded;
    offer.sampledImages = sampledImagesNeeded;
    offer.threadsPerGroup = threadsPerGroupNeeded;
    return offer;
}

TEST(Offer, WhatIsEnoughLacksNothing) {
    EXPECT_EQ(lackOf(enough()), "");
    Offer newer = enough();
    newer.apiMinor = 4;
    EXPECT_EQ(lackOf(newer), "");
    newer.apiMajor = 2, newer.apiMinor = 0;
    EXPECT_EQ(lackOf(newer), "");
}

TEST(Offer, EachLackIsNamed) {
    const std::pair<std::function<void(Offer&)>, const char*> cases[] = {
        {[](Offer& o) { o.apiMinor = 2; }, "Vulkan 1.3 (it offers 1.2)"},
        {[](Offer& o) { o.apiMajor = 0; }, "Vulkan 1.3 (it offers 0.3)"},
        {[](Offer& o) { o.dynamicRendering = false; }, "dynamic rendering"},
        {[](Offer& o) { o.synchronization2 = false; }, "synchronization2"},
        {[](Offer& o) { o.maintenance4 = false; }, "maintenance4"},
        {[](Offer& o) { o.scalarBlockLayout = false; }, "the scalar block layout"},
        {[](Offer& o) { o.extendedStorageFormats = false; }, "the extended storage image formats"},
        {[](Offer& o) { o.primitiveNumbers = false; }, "triangle numbers in fragment shaders (geometryShader)"},
        {[](Offer& o) { o.pushDescriptors = false; }, "push descriptors (VK_KHR_push_descriptor)"},
        {[](Offer& o) { o.computeAndGraphicsQueue = false; }, "a queue for both compute and graphics"},
        {[](Offer& o) { o.storageImages = 8; }, "12 storage images a shader (it offers 8)"},
        {[](Offer& o) { o.storageBuffers = 4; }, "12 storage buffers a shader (it offers 4)"},
        {[](Offer& o) { o.sampledImages = 0; }, "9 sampled images a shader (it offers 0)"},
        {[](Offer& o) { o.threadsPerGroup = 32; }, "64 threads a group (it offers 32)"},
        {[](Offer& o) { o.weakFormat = "rg16f"; }, "full use of the image format rg16f"}};
    for (const auto& [take, words] : cases) {
        Offer offer = enough();
        take(offer);
        EXPECT_EQ(lackOf(offer), words);
    }
}

TEST(Offer, NoShaderNeedsMoreThanADeviceIsAskedFor) {
    for (const EmbeddedShader& shader : shaderTable()) {
        const Interface declared = interfaceOf(shader);
        std::uint32_t stored = 0, sampled = 0, buffers = 0;
        for (const Declared& d : declared.bindings) {
            stored += d.kind == Kind::storageImage;
            sampled += d.kind == Kind::sampledImage;
            buffers += d.kind == Kind::storageBuffer;
        }
        EXPECT_LE(stored, storageImagesNeeded) << shader.path;
        EXPECT_LE(sampled, sampledImagesNeeded) << shader.path;
        EXPECT_LE(buffers, storageBuffersNeeded) << shader.path;
        EXPECT_LE(declared.local[0] * declared.local[1] * declared.local[2], threadsPerGroupNeeded) << shader.path;
        EXPECT_LE(declared.pushBytes, 128U) << shader.path;
    }
}

DeviceSummary summary(const char* name, DeviceKind kind, const char* lacks = "") {
    DeviceSummary made;
    made.name = name;
    made.kind = kind;
    made.lacks = lacks;
    return made;
}

std::vector<DeviceSummary> desk() {
    return {summary("llvmpipe (LLVM 15.0.6, 256 bits)", DeviceKind::cpu),
            summary("Intel(R) UHD Graphics 630", DeviceKind::integrated),
            summary("NVIDIA GeForce GTX 780", DeviceKind::discrete, "Vulkan 1.3 (it offers 1.2)"),
            summary("NVIDIA GeForce RTX 3060", DeviceKind::discrete), summary("venus", DeviceKind::virtualised)};
}

std::string refusal(const std::vector<DeviceSummary>& all, const std::string& wanted) {
    try {
        chosenAmong(all, wanted);
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::noDevice);
        return error.what();
    }
    return "nothing was refused";
}

TEST(Choice, FastestKindThatLacksNothing) {
    std::vector<DeviceSummary> all = desk();
    EXPECT_EQ(chosenAmong(all, ""), 3U);
    all[3].lacks = "something";
    EXPECT_EQ(chosenAmong(all, ""), 1U);
    all[1].lacks = "something";
    EXPECT_EQ(chosenAmong(all, ""), 4U);
    all[4].lacks = "something";
    EXPECT_EQ(chosenAmong(all, ""), 0U);
}

TEST(Choice, FirstOfTwoAlike) {
    EXPECT_EQ(chosenAmong({summary("a", DeviceKind::discrete), summary("b", DeviceKind::discrete)}, ""), 0U);
}

TEST(Choice, ByIndexOrByPartOfTheName) {
    EXPECT_EQ(chosenAmong(desk(), "0"), 0U);
    EXPECT_EQ(chosenAmong(desk(), "4"), 4U);
    EXPECT_EQ(chosenAmong(desk(), "llvmpipe"), 0U);
    EXPECT_EQ(chosenAmong(desk(), "uhd"), 1U);
    EXPECT_EQ(chosenAmong(desk(), "geforce"), 3U) << "the one of two that can be used";
    EXPECT_EQ(chosenAmong(desk(), "rtx 3060"), 3U);
}

TEST(Choice, RefusalsNameWhatThereIsAndWhatItLacks) {
    EXPECT_THAT(refusal({}, ""), HasSubstr("No Vulkan device was found; install a Vulkan 1.3 driver"));
    EXPECT_THAT(refusal({}, "0"), HasSubstr("No Vulkan device was found"));
    EXPECT_EQ(refusal(desk(), "2"),
              "No usable Vulkan device: NVIDIA GeForce GTX 780 lacks Vulkan 1.3 (it offers 1.2).");
    EXPECT_EQ(refusal(desk(), "gtx 780"), refusal(desk(), "2"));
    const std::string none = refusal(desk(), "radeon");
    EXPECT_THAT(none, HasSubstr("No Vulkan device matches \"radeon\"; there are: 0 llvmpipe"));
    EXPECT_THAT(none, HasSubstr("3 NVIDIA GeForce RTX 3060, 4 venus."));
    for (const char* wanted : {"5", "-1", "99999999999999999999999", "0x0", " 0"})
        EXPECT_THAT(refusal(desk(), wanted), HasSubstr("No Vulkan device matches \"" + std::string(wanted) + "\""));
    EXPECT_EQ(refusal({summary("a", DeviceKind::discrete, "x"), summary("b", DeviceKind::cpu, "y")}, ""),
              "No usable Vulkan device: a lacks x. b lacks y.");
}

}  // namespace
}  // namespace inkheal::gpu
