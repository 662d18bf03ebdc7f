package io.faceline.benchmarks.synthetic;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a film shows, and who is where at any moment of it.
 *
 * @param actors who comes later in the list stands in front
 */
record Scene(List<Subject> actors, Background backdrop) {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final double SECONDS = 6;

    /** A face belongs to an actor whose middle is so near, in widths of the face. */
    private static final double ITS_OWN = 0.6;

    /** Nothing can be said of a face whose middle somebody in front is so near to. */
    private static final double COVERED = 0.9;

    Scene {
        actors = List.copyOf(actors);
    }

    /** @param position in seconds */
    BufferedImage picture(double position) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        backdrop.draw(graphics, position / SECONDS);
        actors.forEach(actor -> actor.head().draw(graphics, pose(actor, position)));
        graphics.dispose();
        return picture;
    }

    /** Whose face is in this place; empty also when it cannot be told. */
    Optional<Subject> at(double x, double y, double position) {
        return actors.stream()
                .min(Comparator.comparingDouble(actor -> pose(actor, position).distance(x, y)))
                .filter(nearest -> pose(nearest, position).distance(x, y) < ITS_OWN)
                .filter(nearest -> isSeen(nearest, position));
    }

    /** Whether the actor's face is in the picture and nobody stands before it. */
    boolean isSeen(Subject actor, double position) {
        var pose = pose(actor, position);
        return pose.x() > 0
                && pose.x() < WIDTH
                && actors.subList(actors.indexOf(actor) + 1, actors.size()).stream()
                        .noneMatch(other -> pose(other, position).distance(pose.x(), pose.y()) < COVERED);
    }

    private static Pose pose(Subject actor, double position) {
        return actor.move().at(position / SECONDS);
    }
}
