#pragma once

// What changes from step to step; written by StepSettings on the host, which explains each.
struct StepSettings {
    unsigned long long seed;
    unsigned long long step;
    double clipNorm;
    int optimizer;
    float rate;
    float decay;
    float keep;
    float momentum;
    float alpha;
    float freshAlpha;
    float beta1;
    float fresh1;
    float beta2;
    float fresh2;
    float correction;
    float epsilon;
    int begin;  // of the batch, among examples that lie on the device
};
