#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "intake/child/colour.h"
#include "intake/child/decoders.h"
#include "intake/child/shrink.h"

namespace inkheal::intake {
namespace {

using Handle = std::unique_ptr<RsvgHandle, void (*)(void*)>;

/// GLib's error as our refusal.
Refusal refusalOf(GError* error) {
    const std::unique_ptr<GError, void (*)(GError*)> owned{error, g_error_free};
    std::string said = error != nullptr ? error->message : "unknown";
    if (said.size() > 160) said = said.substr(0, 160) + "...";
    return {"is an SVG that cannot be drawn (" + said + ")", "export it as plain SVG"};
}

/// No base address is given, so that nothing outside the file can be referred to.
Handle parse(Bytes bytes) {
    GError* error = nullptr;
    GInputStream* stream =
        g_memory_input_stream_new_from_data(bytes.data(), static_cast<gssize>(bytes.size()), nullptr);
    RsvgHandle* handle = rsvg_handle_new_from_stream_sync(stream, nullptr, RSVG_HANDLE_FLAGS_NONE, nullptr, &error);
    g_object_unref(stream);
    if (handle == nullptr) throw refusalOf(error);
    return {handle, g_object_unref};
}

struct Extent {
    double x = 0, y = 0, width = 0, height = 0;
    bool whole = true;  // the document's own frame rather than the extent of what is drawn
};

bool drawable(double width, double height) {
    return std::isfinite(width) && std::isfinite(height) && width > 1e-6 && height > 1e-6 && width < 1e9 &&
           height < 1e9;
}

/// Width and height where both are absolute, else the view box, else what is drawn.
Extent extentOf(RsvgHandle* handle) {
    double width = 0, height = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) && drawable(width, height))
        return {0, 0, width, height};
    RsvgLength unused{};
    RsvgRectangle box{}, ink{};
    gboolean has = FALSE, hasBox = FALSE;
    rsvg_handle_get_intrinsic_dimensions(handle, &has, &unused, &has, &unused, &hasBox, &box);
    if (hasBox && drawable(box.width, box.height)) return {0, 0, box.width, box.height};
    GError* error = nullptr;
    if (!rsvg_handle_get_geometry_for_element(handle, nullptr, &ink, nullptr, &error)) throw refusalOf(error);
    if (!drawable(ink.width, ink.height))
        throw Refusal{"draws nothing", "check that its shapes are visible and export it again"};
    return {ink.x, ink.y, ink.width, ink.height, false};
}

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

Surface draw(RsvgHandle* handle, const Extent& extent, int width, int height) {
    Surface surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height), cairo_surface_destroy};
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        throw Refusal{"needs more memory to draw than a stranger's file may take", "simplify it"};
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> context{cairo_create(surface.get()), cairo_destroy};
    GError* error = nullptr;
    const RsvgRectangle frame{0, 0, double(width), double(height)};
    gboolean went = FALSE;
    if (extent.whole) {
        went = rsvg_handle_render_document(handle, context.get(), &frame, &error);
    } else {
        went = rsvg_handle_render_element(handle, context.get(), nullptr, &frame, &error);
    }
    if (!went) throw refusalOf(error);
    cairo_surface_flush(surface.get());
    return surface;
}

/// cairo's native-endian premultiplied texels as straight bytes.
void straighten(const std::uint8_t* from, std::vector<std::uint8_t>& row) {
    for (std::size_t i = 0; i < row.size() / 4; ++i) {
        std::uint32_t argb;
        std::memcpy(&argb, from + 4 * i, sizeof argb);
        const std::uint32_t alpha = argb >> 24;
        const auto straight = [&](int shift) {
            const std::uint32_t value = (argb >> shift) & 255u;
            return static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255u, (value * 255u + alpha / 2) / alpha));
        };
        row[4 * i + 0] = straight(16);
        row[4 * i + 1] = straight(8);
        row[4 * i + 2] = straight(0);
        row[4 * i + 3] = static_cast<std::uint8_t>(alpha);
    }
}

}  // namespace

ReadPicture decodeSvg(const Source& source) {
    const Handle handle = parse(source.bytes);
    const Extent extent = extentOf(handle.get());
    const double scale = double(source.longestEdge) / std::max(extent.width, extent.height);
    const auto texels = [&](double side) { return std::clamp(int(std::lround(side * scale)), 1, source.longestEdge); };
    const int width = texels(extent.width), height = texels(extent.height);
    const Surface surface = draw(handle.get(), extent, width, height);

    ToLinear toLinear{{.colours = 3, .alpha = true}, Bytes{}};
    Shrink shrink{width, height, source.longestEdge};
    std::vector<std::uint8_t> row(std::size_t(width) * 4);
    std::vector<glm::vec4> linear(static_cast<std::size_t>(width));
    const auto* data = cairo_image_surface_get_data(surface.get());
    const auto stride = std::size_t(cairo_image_surface_get_stride(surface.get()));
    for (int y = 0; y < height; ++y) {
        straighten(data + std::size_t(y) * stride, row);
        toLinear.row(row.data(), linear);
        shrink.add(linear);
    }
    ReadPicture read = shrink.finish();
    read.isVector = true;
    return read;
}

}  // namespace inkheal::intake
