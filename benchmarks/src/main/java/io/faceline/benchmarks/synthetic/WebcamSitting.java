package io.faceline.benchmarks.synthetic;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The frames of a person before a webcam, made of one photo: the person sits still, comes nearer, turns away, is out of
 * focus, leans over, walks past, and sits in the dark, each for two seconds.
 */
public final class WebcamSitting {
    public static final double FRAMES_PER_SECOND = 10;

    private static final double PHASE_SECONDS = 2;
    private static final double X = Scene.WIDTH / 2.0;
    private static final double Y = Scene.HEIGHT / 2.0;
    private static final double SIZE = 140;

    /** Of 255 parts; what is left of the light in the darkest moment is an eighth. */
    private static final int MAX_DARKNESS = 223;

    private static final List<Trajectory> PHASES = List.of(
            share -> Pose.plain(X, Y, SIZE),
            Trajectory.nearer(X, Y, 25, SIZE),
            Trajectory.turning(X, Y, SIZE, Math.toRadians(75)),
            Trajectory.blurring(X, Y, SIZE, 7),
            Trajectory.leaning(X, Y, SIZE, Math.toRadians(60)),
            Trajectory.across(0, Scene.WIDTH, Y, SIZE),
            share -> Pose.plain(X, Y, SIZE));

    private WebcamSitting() {}

    /** In the order of time. The last phase is the dark one. */
    public static List<BufferedImage> frames(Path photo, Random random) throws IOException {
        var head = Cutout.of(photo);
        var background = Background.of(Scene.WIDTH, Scene.HEIGHT, random);
        var frames = new ArrayList<BufferedImage>();
        var framesOfAPhase = (int) (PHASE_SECONDS * FRAMES_PER_SECOND);
        for (var phase = 0; phase < PHASES.size(); phase++) {
            // The background stands still: only the person moves.
            var subject = new Subject(Optional.empty(), head, PHASES.get(phase));
            for (var i = 0; i < framesOfAPhase; i++) {
                var share = (double) i / framesOfAPhase;
                frames.add(frame(subject, background, share, phase == PHASES.size() - 1));
            }
        }
        return frames;
    }

    private static BufferedImage frame(Subject subject, Background background, double share, boolean isDark) {
        var frame = new BufferedImage(Scene.WIDTH, Scene.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = frame.createGraphics();
        background.draw(graphics, 0);
        subject.head().draw(graphics, subject.trajectory().at(share));
        if (isDark) {
            var darkness = (int) (MAX_DARKNESS * (1 - Math.cos(2 * Math.PI * share)) / 2);
            graphics.setColor(new Color(0, 0, 0, darkness));
            graphics.fillRect(0, 0, Scene.WIDTH, Scene.HEIGHT);
        }
        graphics.dispose();
        return frame;
    }
}
