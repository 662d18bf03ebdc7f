package io.faceline.benchmarks.generations;

import io.faceline.contracts.Blob;
import java.util.List;

/**
 * A person before a camera.
 *
 * @param frames in the order of time
 * @param others other photos of the person, which an enrolled frame should recognise
 */
public record Sitting(String name, List<Blob> frames, double framesPerSecond, List<Blob> others) {
    public Sitting {
        frames = List.copyOf(frames);
        others = List.copyOf(others);
    }
}
