package io.faceline.vision.model;

import io.faceline.contracts.frame.Lane;

/**
 * Settings for running models.
 *
 * @param threads per inference; the models are small, so that one thread is fastest, and several inferences scale
 *     better
 * @param permits shared by all inferences of this JVM
 * @param lane the lane of these inferences
 */
public record InferenceSettings(Device device, int threads, InferencePermits permits, Lane lane) {
    public InferenceSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("inference threads must be at least 1, was " + threads);
        }
    }

    /** CPU, one thread per inference. */
    public static InferenceSettings of(InferencePermits permits, Lane lane) {
        return new InferenceSettings(Device.CPU, 1, permits, lane);
    }
}
