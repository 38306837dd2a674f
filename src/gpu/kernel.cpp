#include "gpu/kernel.h"

#include <utility>

#include "gpu/pipelines.h"

namespace inkheal::gpu {

Kernel::Kernel(Device& device, std::string shader) : body_(new Body) {
    const Internals& in = device.internals();
    body_->device = &device;
    body_->name = std::move(shader);
    const EmbeddedShader& embedded = shaderNamed(body_->name + ".comp");
    body_->declared = interfaceOf(embedded);
    body_->layout = makeLayout(in, body_->declared, VK_SHADER_STAGE_COMPUTE_BIT, body_->name);
    VkComputePipelineCreateInfo info{VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO};
    info.stage = {VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO};
    info.stage.stage = VK_SHADER_STAGE_COMPUTE_BIT;
    info.stage.module = makeModule(in, embedded);
    info.stage.pName = "main";
    info.layout = body_->layout.pipeline;
    const VkResult result = vkCreateComputePipelines(in.device, in.cache, 1, &info, nullptr, &body_->pipeline);
    vkDestroyShaderModule(in.device, info.stage.module, nullptr);
    succeed(result, "vkCreateComputePipelines");
    in.name(VK_OBJECT_TYPE_PIPELINE, reinterpret_cast<std::uint64_t>(body_->pipeline), body_->name);
}

Kernel::~Kernel() {
    if (!body_) return;
    const Internals& in = body_->device->internals();
    vkDestroyPipeline(in.device, body_->pipeline, nullptr);
    destroyLayout(in, body_->layout);
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
