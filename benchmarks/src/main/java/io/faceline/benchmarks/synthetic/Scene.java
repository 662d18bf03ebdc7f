package io.faceline.benchmarks.synthetic;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The content of a synthetic video with the position of every subject at any time.
 *
 * @param subjects later ones are in front
 */
record Scene(List<Subject> subjects, Background background) {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final double SECONDS = 6;

    /** Maximum distance of a face from the centre of its subject, in widths of the face. */
    private static final double MAX_DISTANCE = 0.6;

    /** A face counts as covered when a subject in front is closer, in widths of the face. */
    private static final double COVERED = 0.9;

    Scene {
        subjects = List.copyOf(subjects);
    }

    /** @param position in seconds */
    BufferedImage picture(double position) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        background.draw(graphics, position / SECONDS);
        subjects.forEach(subject -> subject.head().draw(graphics, pose(subject, position)));
        graphics.dispose();
        return picture;
    }

    /** The subject at this point; empty also when it is ambiguous. */
    Optional<Subject> at(double x, double y, double position) {
        return subjects.stream()
                .min(Comparator.comparingDouble(
                        subject -> pose(subject, position).distance(x, y)))
                .filter(nearest -> pose(nearest, position).distance(x, y) < MAX_DISTANCE)
                .filter(nearest -> isSeen(nearest, position));
    }

    /** Whether the face of the subject is in the image and not covered. */
    boolean isSeen(Subject subject, double position) {
        var pose = pose(subject, position);
        return pose.x() > 0
                && pose.x() < WIDTH
                && subjects.subList(subjects.indexOf(subject) + 1, subjects.size()).stream()
                        .noneMatch(other -> pose(other, position).distance(pose.x(), pose.y()) < COVERED);
    }

    private static Pose pose(Subject subject, double position) {
        return subject.trajectory().at(position / SECONDS);
    }
}
