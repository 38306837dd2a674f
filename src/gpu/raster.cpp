#include <algorithm>
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
    plain.blendEnable = state.add;
    plain.srcColorBlendFactor = plain.dstColorBlendFactor = VK_BLEND_FACTOR_ONE;
    plain.srcAlphaBlendFactor = plain.dstAlphaBlendFactor = VK_BLEND_FACTOR_ONE;
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
    rendering.depthAttachmentFormat = state.depth ? vulkanFormat(state.depthFormat) : VK_FORMAT_UNDEFINED;

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

}  // namespace

Raster::Raster(Device& device, std::string vertex, std::string fragment, const RasterState& state) {
    check(state.colours.size() <= 4, "at most four colour attachments");
    check(!state.add ||
              std::all_of(state.colours.begin(), state.colours.end(), [](Format f) { return f == Format::rg11b10f; }),
          "draws add up in rg11b10f");
    const Internals& in = device.internals();
    auto body = std::make_unique<Body>();
    body->device = &device;
    body->name = vertex;
    body->state = state;
    const EmbeddedShader& vertexShader = shaderNamed(vertex + ".vert");
    body->declared = interfaceOf(vertexShader);
    const Module vertexModule(in, vertexShader);
    std::vector<VkPipelineShaderStageCreateInfo> stages{vertexModule.stage(VK_SHADER_STAGE_VERTEX_BIT)};
    std::optional<Module> fragmentModule;
    if (!fragment.empty()) {
        const EmbeddedShader& fragmentShader = shaderNamed(fragment + ".frag");
        body->declared = merged(body->declared, interfaceOf(fragmentShader));
        fragmentModule.emplace(in, fragmentShader);
        stages.push_back(fragmentModule->stage(VK_SHADER_STAGE_FRAGMENT_BIT));
    }
    makeLayout(in, body->declared, rasterStages, body->name, body->layout);
    body->pipeline = makePipeline(in, state, body->layout, stages);
    in.name(VK_OBJECT_TYPE_PIPELINE, reinterpret_cast<std::uint64_t>(body->pipeline), body->name);
    body_ = body.release();
}

Raster::~Raster() {
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
