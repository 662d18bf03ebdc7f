package io.faceline.vision.model;

/** Where inference runs. */
public enum Device {
    CPU,
    /** Needs the GPU build of onnxruntime; without it the CPU is used and that is said loudly. */
    CUDA
}
