package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.standalone.pipeline.Pipeline;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A minute before a camera that hangs on a wall, with the noise of its sensor and a clock in the picture. For two thirds
 * of it nobody is there; for the rest two people and a stranger come, stand beside each other and go.
 */
public final class CameraFilm {
    public static final int FRAMES_PER_SECOND = 5;
    public static final int SECONDS = 60;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int PEOPLE = 2;

    private static final int CLOCK_X = 1140;
    private static final int CLOCK_Y = 14;

    private static final double FIRST_COMES = 20;
    /** Seconds from one who comes to the next. */
    private static final double LATER = 1;

    private static final double VISIT_SECONDS = 18;
    /** Shares of a visit. */
    private static final double COMING = 0.12;

    private static final double GOING = 0.88;
    /** How far who stands sways, in pixels, and how often. */
    private static final double SWAY = 8;

    private static final double SWAYS = 6;

    private static final double NOISE = 2;
    private static final int NOISES = 1 << 20;
    private static final int MAX_COLOUR = 255;

    /** Compensates for photos refused at enrollment. */
    private static final double SPARE = 1.3;

    private final List<Visit> visits;
    private final Background room;
    private final byte[] noise;

    private record Visit(Subject subject, double from) {
        double share(double position) {
            return (position - from) / VISIT_SECONDS;
        }

        Pose pose(double position) {
            return subject.trajectory().at(share(position));
        }

        boolean isAt(double position) {
            return share(position) >= 0 && share(position) <= 1;
        }
    }

    private CameraFilm(SubjectAssignment people, Random random) {
        visits = List.of(
                new Visit(people.known(visit(-130, 640, 330, 110)), FIRST_COMES),
                new Visit(people.known(visit(WIDTH + 150, 960, 350, 125)), FIRST_COMES + LATER),
                new Visit(people.stranger(visit(-130, 330, 320, 115)), FIRST_COMES + 2 * LATER));
        room = Background.of(WIDTH, HEIGHT, random);
        noise = new byte[NOISES];
        for (var i = 0; i < NOISES; i++) {
            noise[i] = (byte) Math.round(NOISE * random.nextGaussian());
        }
    }

    private static Trajectory visit(double outside, double inside, double y, double size) {
        return share -> {
            var there = share < COMING ? share / COMING : share > GOING ? (1 - share) / (1 - GOING) : 1;
            var sway = SWAY * Math.sin(2 * Math.PI * SWAYS * share);
            return Pose.plain(outside + there * (inside - outside) + sway, y, size);
        };
    }

    /**
     * Enrolls people and makes films of them, always the same.
     *
     * @param gallery number of people to enroll
     */
    public static List<CameraFilm> enroll(Pipeline pipeline, SessionId session, Path photos, int films, int gallery)
            throws IOException, InterruptedException {
        var random = new Random(films);
        var known = (int) Math.ceil(SPARE * PEOPLE * films) + 1;
        var people = new SubjectPool(photos, known, films, Math.max(known, gallery), random).enroll(pipeline, session);
        var made = new ArrayList<CameraFilm>();
        for (var i = 0; i < films; i++) {
            made.add(new CameraFilm(people, random));
        }
        return made;
    }

    /** The enrolled people in it. */
    public Set<PersonId> people() {
        return visits.stream()
                .flatMap(visit -> visit.subject().person().stream())
                .collect(Collectors.toSet());
    }

    /** Whether a face is whole in the picture at this position in seconds. */
    public boolean showsFace(double position) {
        return visits.stream().filter(visit -> visit.isAt(position)).anyMatch(visit -> {
            var pose = visit.pose(position);
            return pose.x() > pose.size() && pose.x() < WIDTH - pose.size();
        });
    }

    /** @return the file, an MP4 of H.264 */
    public Path write(Path file) throws IOException {
        try (var video = VideoEncoder.open(file, VideoCodec.H264, WIDTH, HEIGHT, FRAMES_PER_SECOND)) {
            for (var i = 0; i < SECONDS * FRAMES_PER_SECOND; i++) {
                video.write(picture(i));
            }
            video.finish();
        }
        return file;
    }

    private BufferedImage picture(int number) {
        var position = (double) number / FRAMES_PER_SECOND;
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        room.draw(graphics, 0);
        visits.stream()
                .filter(visit -> visit.isAt(position))
                .forEach(visit -> visit.subject().head().draw(graphics, visit.pose(position)));
        graphics.dispose();
        addNoise(((DataBufferByte) picture.getRaster().getDataBuffer()).getData(), number);
        var overlay = picture.createGraphics();
        BurntInClock.draw(overlay, (int) position, CLOCK_X, CLOCK_Y);
        overlay.dispose();
        return picture;
    }

    private void addNoise(byte[] colours, int number) {
        var from = new Random(number).nextInt(NOISES);
        for (var i = 0; i < colours.length; i++) {
            var colour = (colours[i] & MAX_COLOUR) + noise[(from + i) & (NOISES - 1)];
            colours[i] = (byte) Math.max(0, Math.min(MAX_COLOUR, colour));
        }
    }
}
