package io.faceline.vision.model;

/** The device that inference runs on. */
public enum Device {
    CPU,
    /** Requires the GPU build of onnxruntime; otherwise the CPU is used and an error is logged. */
    CUDA
}
