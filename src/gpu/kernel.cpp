#include "gpu/kernel.h"

#include <utility>

#include "gpu/pipelines.h"

namespace inkheal::gpu {

void destroyPipeline(Device& device, const Layout& layout, VkPipeline pipeline) {
    const VkDevice from = device.internals().device;
    vkDestroyPipeline(from, pipeline, nullptr);
    vkDestroyPipelineLayout(from, layout.pipeline, nullptr);
    vkDestroyDescriptorSetLayout(from, layout.set, nullptr);
}

Module::Module(const Internals& in, const EmbeddedShader& shader) : device_(in.device) {
    VkShaderModuleCreateInfo info{VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO};
    info.codeSize = shader.words.size_bytes();
    info.pCode = shader.words.data();
    succeed(vkCreateShaderModule(device_, &info, nullptr, &module_), "vkCreateShaderModule");
}

VkPipelineShaderStageCreateInfo Module::stage(VkShaderStageFlagBits stage) const {
    VkPipelineShaderStageCreateInfo info{VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO};
    info.stage = stage;
    info.module = module_;
    info.pName = "main";
    return info;
}

Kernel::Kernel(Device& device, std::string shader) {
    const Internals& in = device.internals();
    auto body = std::make_unique<Body>();
    body->device = &device;
    body->name = std::move(shader);
    const EmbeddedShader& embedded = shaderNamed(body->name + ".comp");
    body->declared = interfaceOf(embedded);
    makeLayout(in, body->declared, VK_SHADER_STAGE_COMPUTE_BIT, body->name, body->layout);
    const Module module(in, embedded);
    VkComputePipelineCreateInfo info{VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO};
    info.stage = module.stage(VK_SHADER_STAGE_COMPUTE_BIT);
    info.layout = body->layout.pipeline;
    succeed(vkCreateComputePipelines(in.device, in.cache, 1, &info, nullptr, &body->pipeline),
            "vkCreateComputePipelines");
    in.name(VK_OBJECT_TYPE_PIPELINE, reinterpret_cast<std::uint64_t>(body->pipeline), body->name);
    body_ = body.release();
}

Kernel::~Kernel() {
    delete body_;
}

Kernel::Kernel(Kernel&& other) noexcept : body_(std::exchange(other.body_, nullptr)) {}
Kernel& Kernel::operator=(Kernel&& other) noexcept {
    std::swap(body_, other.body_);
    return *this;
}

const std::string& Kernel::name() const {
    return body_->name;
}

}  // namespace inkheal::gpu
