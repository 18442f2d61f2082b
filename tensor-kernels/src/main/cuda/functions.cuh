// Functions written out, so that a device and a C++ compiler compute the same bits. Not a number stays not a number.
#pragma once

// e^x within 3e-7 of its value, for x from -87 to 88 and as at these beyond: x = k ln 2 + r, then a polynomial of r.
static __device__ __forceinline__ float exponential(float x) {
    x = x > 88.0f ? 88.0f : x;
    x = x < -87.0f ? -87.0f : x;
    float k = rintf(x * 1.44269504f);
    float r = fmaf(-k, 0.693145752f, x);  // ln 2 in two parts: k times the first is exact
    r = fmaf(-k, 1.42860677e-6f, r);
    float p = 1.0f / 720;
    p = fmaf(p, r, 1.0f / 120);
    p = fmaf(p, r, 1.0f / 24);
    p = fmaf(p, r, 1.0f / 6);
    p = fmaf(p, r, 0.5f);
    p = fmaf(p, r, 1.0f);
    p = fmaf(p, r, 1.0f);
    return p * __int_as_float(((int)k + 127) * (1 << 23));
}

static __device__ __forceinline__ float sigmoid(float x) { return 1.0f / (1.0f + exponential(-x)); }

static __device__ __forceinline__ float hyperbolic_tangent(float x) { return 2.0f * sigmoid(2.0f * x) - 1.0f; }
