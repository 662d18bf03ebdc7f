package io.faceline.vision.model;

import io.faceline.contracts.frame.Lane;

/**
 * How models are run.
 *
 * @param threads of one inference; these models are small, one is faster than two and scales by running several
 * @param permits shared by everything that runs in this JVM
 * @param lane whose inferences these are
 */
public record InferenceSettings(Device device, int threads, InferencePermits permits, Lane lane) {
    public InferenceSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("an inference needs at least one thread, was " + threads);
        }
    }

    /** On the CPU, one thread an inference. */
    public static InferenceSettings of(InferencePermits permits, Lane lane) {
        return new InferenceSettings(Device.CPU, 1, permits, lane);
    }
}
