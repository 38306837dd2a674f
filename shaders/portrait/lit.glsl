// The light of one pixel: diffuse and glossy light of every lamp and of the room. Included by light.comp, which declares what it reads.

vec3 backdropAt(ivec2 pixel) {
    vec2 at = vec2(pixel) / vec2(inputs.width, inputs.height) - vec2(0.5, 0.45);
    return scene.backdrop.rgb * backdropShade(at.x, at.y) / scene.skyUp.w;
}

vec3 printed(vec3 light) {
    float peak = max(light.r, max(light.g, light.b));
    float shown = printedPeak(peak);
    return mix(light * (shown / max(peak, 1e-6)), vec3(shown), whitening(peak, shown));
}

/// Share of the key light that reaches the place, over a disc the size of the light's penumbra.
float keyLight(vec3 mm, vec3 n, ivec2 pixel) {
    vec4 at = scene.shadowFromWorld * vec4(mm + n * (2.0 * scene.upAxis.w), 1.0);
    vec2 uv = vec2(0.5 + 0.5 * at.x, 0.5 - 0.5 * at.y);
    ivec2 size = textureSize(shadow, 0);
    float turn = 6.2831853 * latticeHash(pixel.x, pixel.y, inputs.sample_), reached = 0.0;
    for (int i = 0; i < shadowTaps; ++i) {
        vec2 off = scene.skyDown.w * sqrt((float(i) + 0.5) / float(shadowTaps)) * vec2(cos(turn), sin(turn));
        turn += goldenAngle;
        ivec2 texel = clamp(ivec2(uv * vec2(size) + off), ivec2(0), size - 1);
        reached += texelFetch(shadow, texel, 0).r >= at.z - shadowBias ? 1.0 : 0.0;
    }
    return reached / float(shadowTaps);
}

vec3 roomLight(vec3 direction) {
    return mix(scene.skyDown.rgb, scene.skyUp.rgb, smoothstep(-0.9, 0.9, dot(direction, scene.upAxis.xyz)));
}

/// Light mirrored by a lobe of `roughness` round r: the lamps as soft boxes, and the room.
vec3 mirrored(vec3 r, float roughness, float key, float open) {
    vec3 sum = roomLight(r) * open;
    float blur = lobeWidth(roughness);
    for (int i = 0; i < 4; ++i) {
        Lamp lamp = scene.lamps[i];
        float ahead = dot(r, lamp.direction.xyz);
        if (ahead <= 0.05) continue;
        float x = dot(r, lamp.right.xyz) / ahead, y = dot(r, lamp.up.xyz) / ahead;
        float box = boxSeen(x, y, lamp.right.w, lamp.up.w, blur);
        sum += lamp.light.rgb * boxBrightness(lamp.right.w, lamp.up.w) * (box * mix(open, key, lamp.light.w));
    }
    return sum;
}

vec3 lit(ivec2 pixel, vec4 here) {
    vec4 skin = imageLoad(colour, pixel), bent = imageLoad(shape, pixel), smoothTo = imageLoad(smooth_, pixel);
    vec4 over = imageLoad(coat, pixel);
    vec3 n = normalize(bent.xyz), flatTo = normalize(smoothTo.xyz), v = normalize(scene.eye.xyz - here.xyz);
    float key = keyLight(here.xyz, flatTo, pixel), open = skin.a;
    // Light that scatters under the surface does not see the finest relief.
    vec3 soft = normalize(mix(flatTo, n, scatteredRelief));
    vec3 diffuse = roomLight(soft) * vec3(openFor(open, skin.r), openFor(open, skin.g), openFor(open, skin.b));
    for (int i = 0; i < 4; ++i) {
        Lamp lamp = scene.lamps[i];
        float c = dot(soft, lamp.direction.xyz), reach = lamp.light.w > 0.5 ? key : mix(1.0, open, 0.6);
        diffuse += lamp.light.rgb *
                   vec3(wrappedCosine(c, scatterRedMm, smoothTo.w) * bleedIntoShadow(reach, scatterRedMm, penumbraMm),
                        wrappedCosine(c, scatterGreenMm, smoothTo.w) * bleedIntoShadow(reach, scatterGreenMm, penumbraMm),
                        wrappedCosine(c, scatterBlueMm, smoothTo.w) * bleedIntoShadow(reach, scatterBlueMm, penumbraMm));
    }
    float facing = max(dot(n, v), 0.02), rough = bent.w;
    float gloss = glossOf(fresnel(facing, skinF0), rough) * (1.0 - 0.8 * over.y);
    vec3 r = reflect(-v, n);
    vec3 shine = mix(mirrored(r, rough, key, open), mirrored(r, rough * secondLobeScale, key, open), secondLobeShare) * gloss;
    vec3 light = skin.rgb * diffuse * (1.0 - gloss) + shine;
    if (over.x > 0.01) {  // a film of plasma fills the relief and mirrors sharply
        vec3 level = normalize(mix(n, flatTo, 0.75));
        float film = fresnel(max(dot(level, v), 0.02), plasmaF0) * over.x;
        light = light * (1.0 - film) + film * mirrored(reflect(-v, level), plasmaRoughness, key, open);
    }
    return light;
}
