#include "gpu/reflect.h"

#include <spirv_cross/spirv_cross_c.h>

#include <algorithm>

#include "base/check.h"

namespace inkheal::gpu {
namespace {

std::optional<Format> formatOf(SpvImageFormat format) {
    switch (format) {
        case SpvImageFormatR32f:
            return Format::r32f;
        case SpvImageFormatRg32f:
            return Format::rg32f;
        case SpvImageFormatRgba32f:
            return Format::rgba32f;
        case SpvImageFormatR16f:
            return Format::r16f;
        case SpvImageFormatRg16f:
            return Format::rg16f;
        case SpvImageFormatRgba16f:
            return Format::rgba16f;
        case SpvImageFormatR11fG11fB10f:
            return Format::rg11b10f;
        case SpvImageFormatR8:
            return Format::r8;
        case SpvImageFormatRgba8:
            return Format::rgba8;
        case SpvImageFormatR32ui:
            return Format::r32u;
        case SpvImageFormatRg32ui:
            return Format::rg32u;
        case SpvImageFormatRgba32ui:
            return Format::rgba32u;
        default:
            return std::nullopt;
    }
}

/// SPIRV-Cross over one shader, freed at the end.
class Reader {
 public:
    explicit Reader(const EmbeddedShader& shader) : path_(shader.path) {
        need(spvc_context_create(&context_));
        spvc_parsed_ir ir = nullptr;
        need(spvc_context_parse_spirv(context_, shader.words.data(), shader.words.size(), &ir));
        need(spvc_context_create_compiler(context_, SPVC_BACKEND_NONE, ir, SPVC_CAPTURE_MODE_TAKE_OWNERSHIP,
                                          &compiler_));
        need(spvc_compiler_create_shader_resources(compiler_, &resources_));
    }
    ~Reader() { spvc_context_destroy(context_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    Interface read() const {
        Interface out;
        add(SPVC_RESOURCE_TYPE_STORAGE_IMAGE, Kind::storageImage, out);
        add(SPVC_RESOURCE_TYPE_SAMPLED_IMAGE, Kind::sampledImage, out);
        add(SPVC_RESOURCE_TYPE_STORAGE_BUFFER, Kind::storageBuffer, out);
        std::sort(out.bindings.begin(), out.bindings.end(),
                  [](const Declared& a, const Declared& b) { return a.binding < b.binding; });
        const auto pushes = list(SPVC_RESOURCE_TYPE_PUSH_CONSTANT);
        if (!pushes.empty()) {
            std::size_t bytes = 0;
            need(spvc_compiler_get_declared_struct_size(
                compiler_, spvc_compiler_get_type_handle(compiler_, pushes[0].base_type_id), &bytes));
            out.pushBytes = std::uint32_t((bytes + 15) / 16 * 16);
        }
        for (unsigned i = 0; i < 3; ++i)
            out.local[i] = std::max(
                1u, spvc_compiler_get_execution_mode_argument_by_index(compiler_, SpvExecutionModeLocalSize, i));
        return out;
    }

 private:
    void need(spvc_result result) const {
        if (result != SPVC_SUCCESS)
            checkFailed("SPIRV-Cross cannot read " + std::string(path_), std::source_location::current());
    }

    std::span<const spvc_reflected_resource> list(spvc_resource_type type) const {
        const spvc_reflected_resource* first = nullptr;
        std::size_t count = 0;
        need(spvc_resources_get_resource_list_for_type(resources_, type, &first, &count));
        return {first, count};
    }

    void add(spvc_resource_type type, Kind kind, Interface& out) const {
        for (const spvc_reflected_resource& r : list(type)) {
            Declared declared;
            declared.binding = spvc_compiler_get_decoration(compiler_, r.id, SpvDecorationBinding);
            declared.kind = kind;
            if (r.name[0] != '_') declared.name = r.name;  // else SPIRV-Cross made one up
            const spvc_type shape = spvc_compiler_get_type_handle(compiler_, r.type_id);
            if (kind == Kind::storageBuffer) {
                const SpvDecoration* all = nullptr;
                std::size_t count = 0;
                need(spvc_compiler_get_buffer_block_decorations(compiler_, r.id, &all, &count));
                for (std::size_t i = 0; i < count; ++i) {
                    if (all[i] == SpvDecorationNonWritable) declared.writes = false;
                    if (all[i] == SpvDecorationNonReadable) declared.reads = false;
                }
            } else {
                declared.arrayed = spvc_type_get_image_arrayed(shape);
                declared.writes = kind == Kind::storageImage &&
                                  !spvc_compiler_has_decoration(compiler_, r.id, SpvDecorationNonWritable);
                declared.reads = !spvc_compiler_has_decoration(compiler_, r.id, SpvDecorationNonReadable);
                if (kind == Kind::storageImage) declared.format = formatOf(spvc_type_get_image_storage_format(shape));
            }
            out.bindings.push_back(declared);
        }
    }

    std::string_view path_;
    spvc_context context_ = nullptr;
    spvc_compiler compiler_ = nullptr;
    spvc_resources resources_ = nullptr;
};

VkDescriptorType descriptorType(Kind kind) {
    switch (kind) {
        case Kind::storageImage:
            return VK_DESCRIPTOR_TYPE_STORAGE_IMAGE;
        case Kind::sampledImage:
            return VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER;
        case Kind::storageBuffer:
            return VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
    }
    return VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
}

void checkNumbered(const Interface& declared, const std::string& name) {
    for (std::size_t i = 0; i < declared.bindings.size(); ++i)
        checkEqual(declared.bindings[i].binding, std::uint32_t(i), "binding numbers of " + name);
}

}  // namespace

const EmbeddedShader& shaderNamed(const std::string& path) {
    for (const EmbeddedShader& shader : shaderTable())
        if (shader.path == path) return shader;
    checkFailed("no shader " + path + " is embedded", std::source_location::current());
}

Interface interfaceOf(const EmbeddedShader& shader) {
    return Reader(shader).read();
}

Interface merged(const Interface& a, const Interface& b) {
    Interface out = a;
    for (const Declared& d : b.bindings) {
        const auto same = [&](const Declared& o) { return o.binding == d.binding; };
        const auto found = std::find_if(out.bindings.begin(), out.bindings.end(), same);
        if (found == out.bindings.end()) {
            out.bindings.push_back(d);
            continue;
        }
        check(found->kind == d.kind && found->format == d.format && found->arrayed == d.arrayed,
              ("both stages declare binding " + std::to_string(d.binding) + " alike").c_str());
        found->reads |= d.reads;
        found->writes |= d.writes;
    }
    std::sort(out.bindings.begin(), out.bindings.end(),
              [](const Declared& x, const Declared& y) { return x.binding < y.binding; });
    checkNumbered(out, "both stages");
    out.pushBytes = std::max(a.pushBytes, b.pushBytes);
    return out;
}

void makeLayout(const Internals& in, const Interface& declared, VkShaderStageFlags stages, const std::string& name,
                Layout& layout) {
    checkNumbered(declared, name);
    std::vector<VkDescriptorSetLayoutBinding> bindings;
    for (const Declared& d : declared.bindings)
        bindings.push_back({d.binding, descriptorType(d.kind), 1, stages, nullptr});
    VkDescriptorSetLayoutCreateInfo set{VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO};
    set.flags = VK_DESCRIPTOR_SET_LAYOUT_CREATE_PUSH_DESCRIPTOR_BIT_KHR;
    set.bindingCount = std::uint32_t(bindings.size());
    set.pBindings = bindings.data();
    succeed(vkCreateDescriptorSetLayout(in.device, &set, nullptr, &layout.set), "vkCreateDescriptorSetLayout");
    const VkPushConstantRange push{stages, 0, declared.pushBytes};
    VkPipelineLayoutCreateInfo info{VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO};
    info.setLayoutCount = 1;
    info.pSetLayouts = &layout.set;
    info.pushConstantRangeCount = declared.pushBytes ? 1 : 0;
    info.pPushConstantRanges = &push;
    succeed(vkCreatePipelineLayout(in.device, &info, nullptr, &layout.pipeline), "vkCreatePipelineLayout");
    in.name(VK_OBJECT_TYPE_PIPELINE_LAYOUT, reinterpret_cast<std::uint64_t>(layout.pipeline), name);
}

}  // namespace inkheal::gpu
