package io.faceline.evaluation.detection;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.vision.image.ImageException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Predicate;

/** Counts what is found on one kind of images. Not thread-safe. */
final class DetectionTally {
    private static final double NANOS_PER_MS = 1e6;

    /** Of this thread, which runs the models: other processes of the machine do not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final String name;
    private final Finder finder;
    private int images;
    private int found;
    private int faces;
    private int falseFaces;
    private long nanos;

    /** Detects the faces of an encoded image. */
    @FunctionalInterface
    interface Finder {
        Faces<DetectedFace> find(Blob image) throws ImageException;
    }

    DetectionTally(String name, Finder finder) {
        this.name = name;
        this.finder = finder;
    }

    /** An image without a face. */
    void addWithoutFace(Blob image) {
        falseFaces += find(image).boxes().size();
    }

    /**
     * An image whose faces are known.
     *
     * @param wanted for each face, whether a box is its box
     * @param unclear for each face that need not be found, whether a box is its box
     */
    void add(Blob image, List<Predicate<FoundFaces.Box>> wanted, List<Predicate<FoundFaces.Box>> unclear) {
        var boxes = find(image).boxes();
        faces += wanted.size();
        found += (int)
                wanted.stream().filter(face -> boxes.stream().anyMatch(face)).count();
        falseFaces += (int) boxes.stream()
                .filter(box -> wanted.stream().noneMatch(face -> face.test(box)))
                .filter(box -> unclear.stream().noneMatch(face -> face.test(box)))
                .count();
    }

    private FoundFaces find(Blob image) {
        var start = CLOCK.getCurrentThreadCpuTime();
        try {
            var result = FoundFaces.of(finder.find(image));
            nanos += CLOCK.getCurrentThreadCpuTime() - start;
            images++;
            return result;
        } catch (ImageException e) {
            throw new EvaluationException(name + ": " + e.getMessage(), e);
        }
    }

    DetectionRow row() {
        return new DetectionRow(name, images, found, faces, falseFaces, nanos / NANOS_PER_MS / Math.max(1, images));
    }
}
