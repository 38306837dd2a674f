#version 460
#extension GL_GOOGLE_include_directive : require
// What a strand's shadow takes of a pixel's light where it lies on the skin, as an optical depth.
#include "shared/language.h"
#include "portrait/shadow_laws.h"
#include "portrait/hair_laws.h"
#include "portrait/frame_step.h"
#include "portrait/hair_step.h"

layout(push_constant) uniform Push { HairInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 3) uniform sampler2D depth;
layout(location = 0) in vec4 stripe;
layout(location = 1) in vec4 variance;
layout(location = 0) out vec4 adds;
layout(location = 1) out vec4 takes;

void main() {
    float body = depthMm(texelFetch(depth, ivec2(gl_FragCoord.xy * float(inputs.side)), 0).r, shot.right.w, shot.up.w);
    float lies = abs(1.0 / gl_FragCoord.w - body) < shadowDeepMm ? 1.0 : 0.0;
    vec3 kept = vec3(shadowOf(variance.w, stripe.x, variance.r), shadowOf(variance.w, stripe.x, variance.g), shadowOf(variance.w, stripe.x, variance.b));
    adds = vec4(0.0);
    takes = vec4(-log(1.0 - min(lies * stripe.yzw * kept, 0.9)), 0.0);
}
