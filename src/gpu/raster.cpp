#include <utility>

#include "base/check.h"
#include "gpu/kernel.h"
#include "gpu/pipelines.h"

namespace inkheal::gpu {
namespace {

VkCullModeFlags cullOf(RasterState::Cull cull) {
    switch (cull) {
        case RasterState::Cull::none:
            return VK_CULL_MODE_NONE;
        case RasterState::Cull::back:
            return VK_CULL_MODE_BACK_BIT;
        case RasterState::Cull::front:
            return VK_CULL_MODE_FRONT_BIT;
    }
    return VK_CULL_MODE_NONE;
}

VkPipeline makePipeline(const Internals& in, const RasterState& state, const Layout& layout,
                        const std::vector<VkPipelineShaderStageCreateInfo>& stages) {
    const VkPipelineVertexInputStateCreateInfo input{VK_STRUCTURE_TYPE_PIPELINE_VERTEX_INPUT_STATE_CREATE_INFO};
    VkPipelineInputAssemblyStateCreateInfo assembly{VK_STRUCTURE_TYPE_PIPELINE_INPUT_ASSEMBLY_STATE_CREATE_INFO};
    assembly.topology = VK_PRIMITIVE_TOPOLOGY_TRIANGLE_LIST;
    VkPipelineViewportStateCreateInfo viewport{VK_STRUCTURE_TYPE_PIPELINE_VIEWPORT_STATE_CREATE_INFO};
    viewport.viewportCount = viewport.scissorCount = 1;
    VkPipelineRasterizationStateCreateInfo raster{VK_STRUCTURE_TYPE_PIPELINE_RASTERIZATION_STATE_CREATE_INFO};
    raster.cullMode = cullOf(state.cull);
    // The viewport is turned upside down (y up, as in GLSL's own space), so counter-clockwise stays front.
    raster.frontFace = VK_FRONT_FACE_COUNTER_CLOCKWISE;
    raster.lineWidth = 1;
    raster.depthBiasEnable = state.depthBiasConstant != 0 || state.depthBiasSlope != 0;
    raster.depthBiasConstantFactor = state.depthBiasConstant;
    raster.depthBiasSlopeFactor = state.depthBiasSlope;
    VkPipelineMultisampleStateCreateInfo samples{VK_STRUCTURE_TYPE_PIPELINE_MULTISAMPLE_STATE_CREATE_INFO};
    samples.rasterizationSamples = VK_SAMPLE_COUNT_1_BIT;
    VkPipelineDepthStencilStateCreateInfo depth{VK_STRUCTURE_TYPE_PIPELINE_DEPTH_STENCIL_STATE_CREATE_INFO};
    depth.depthTestEnable = depth.depthWriteEnable = state.depth;
    depth.depthCompareOp = VK_COMPARE_OP_LESS_OR_EQUAL;
    VkPipelineColorBlendAttachmentState plain{};
    plain.colorWriteMask = 0xf;
    const std::vector<VkPipelineColorBlendAttachmentState> blends(state.colours.size(), plain);
    VkPipelineColorBlendStateCreateInfo blend{VK_STRUCTURE_TYPE_PIPELINE_COLOR_BLEND_STATE_CREATE_INFO};
    blend.attachmentCount = std::uint32_t(blends.size());
    blend.pAttachments = blends.data();
    const VkDynamicState dynamics[] = {VK_DYNAMIC_STATE_VIEWPORT, VK_DYNAMIC_STATE_SCISSOR};
    VkPipelineDynamicStateCreateInfo dynamic{VK_STRUCTURE_TYPE_PIPELINE_DYNAMIC_STATE_CREATE_INFO};
    dynamic.dynamicStateCount = 2;
    dynamic.pDynamicStates = dynamics;
    std::vector<VkFormat> formats;
    for (const Format format : state.colours) formats.push_back(vulkanFormat(format));
    VkPipelineRenderingCreateInfo rendering{VK_STRUCTURE_TYPE_PIPELINE_RENDERING_CREATE_INFO};
    rendering.colorAttachmentCount = std::uint32_t(formats.size());
    rendering.pColorAttachmentFormats = formats.data();
    rendering.depthAttachmentFormat = state.depth ? VK_FORMAT_D32_SFLOAT : VK_FORMAT_UNDEFINED;

    VkGraphicsPipelineCreateInfo info{VK_STRUCTURE_TYPE_GRAPHICS_PIPELINE_CREATE_INFO, &rendering};
    info.stageCount = std::uint32_t(stages.size());
    info.pStages = stages.data();
    info.pVertexInputState = &input;
    info.pInputAssemblyState = &assembly;
    info.pViewportState = &viewport;
    info.pRasterizationState = &raster;
    info.pMultisampleState = &samples;
    info.pDepthStencilState = &depth;
    info.pColorBlendState = &blend;
    info.pDynamicState = &dynamic;
    info.layout = layout.pipeline;
    VkPipeline pipeline = VK_NULL_HANDLE;
    succeed(vkCreateGraphicsPipelines(in.device, in.cache, 1, &info, nullptr, &pipeline), "vkCreateGraphicsPipelines");
    return pipeline;
}

VkPipelineShaderStageCreateInfo stageOf(const Internals& in, const EmbeddedShader& shader,
                                        VkShaderStageFlagBits stage) {
    VkPipelineShaderStageCreateInfo info{VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO};
    info.stage = stage;
    info.module = makeModule(in, shader);
    info.pName = "main";
    return info;
}

}  // namespace

Raster::Raster(Device& device, std::string vertex, std::string fragment, const RasterState& state) : body_(new Body) {
    const Internals& in = device.internals();
    body_->device = &device;
    body_->name = vertex;
    body_->state = state;
    check(state.colours.size() <= 4, "at most four colour attachments");
    const EmbeddedShader& vertexShader = shaderNamed(vertex + ".vert");
    body_->declared = interfaceOf(vertexShader);
    std::vector<VkPipelineShaderStageCreateInfo> stages{stageOf(in, vertexShader, VK_SHADER_STAGE_VERTEX_BIT)};
    if (!fragment.empty()) {
        const EmbeddedShader& fragmentShader = shaderNamed(fragment + ".frag");
        body_->declared = merged(body_->declared, interfaceOf(fragmentShader));
        stages.push_back(stageOf(in, fragmentShader, VK_SHADER_STAGE_FRAGMENT_BIT));
    }
    body_->layout = makeLayout(in, body_->declared, rasterStages, body_->name);
    body_->pipeline = makePipeline(in, state, body_->layout, stages);
    for (const VkPipelineShaderStageCreateInfo& stage : stages) vkDestroyShaderModule(in.device, stage.module, nullptr);
    in.name(VK_OBJECT_TYPE_PIPELINE, reinterpret_cast<std::uint64_t>(body_->pipeline), body_->name);
}

Raster::~Raster() {
    if (!body_) return;
    const Internals& in = body_->device->internals();
    vkDestroyPipeline(in.device, body_->pipeline, nullptr);
    destroyLayout(in, body_->layout);
    delete body_;
}

Raster::Raster(Raster&& other) noexcept : body_(std::exchange(other.body_, nullptr)) {}
Raster& Raster::operator=(Raster&& other) noexcept {
    std::swap(body_, other.body_);
    return *this;
}

const std::string& Raster::name() const {
    return body_->name;
}

}  // namespace inkheal::gpu
