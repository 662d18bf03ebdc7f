package io.faceline.benchmarks.synthetic;

import java.util.List;
import java.util.Random;

/** What happens in a film. Somebody known and a stranger do the same, unless it says otherwise. */
public enum FilmKind {
    WALKING("walking by"),
    NEARER("coming near and going away"),
    BLURRED("out of focus in the middle"),
    TURNING("turning away and back"),
    LEANING("leaning over"),
    CROSSING("two known people crossing"),
    CROSSING_A_STRANGER("crossing a stranger");

    private static final double LEFT = 180;
    private static final double RIGHT = 460;
    private static final double MIDDLE = 180;
    private static final double UPPER = 95;
    private static final double LOWER = 265;
    private static final double OUT = 30;

    private final String words;

    FilmKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Seeded: the same casting and the same chance make the same film. */
    Scene scene(SubjectAssignment casting, Random random) {
        var actors =
                switch (this) {
                    case WALKING ->
                        List.of(
                                casting.known(Trajectory.across(OUT, Scene.WIDTH - OUT, UPPER, 75)),
                                casting.stranger(Trajectory.across(Scene.WIDTH - OUT, OUT, LOWER, 75)));
                    case NEARER ->
                        both(
                                casting,
                                Trajectory.nearer(LEFT, MIDDLE, 18, 140),
                                Trajectory.nearer(RIGHT, MIDDLE, 18, 140));
                    case BLURRED ->
                        both(
                                casting,
                                Trajectory.blurring(LEFT, MIDDLE, 100, 7),
                                Trajectory.blurring(RIGHT, MIDDLE, 100, 7));
                    case TURNING ->
                        both(
                                casting,
                                Trajectory.turning(LEFT, MIDDLE, 100, Math.toRadians(75)),
                                Trajectory.turning(RIGHT, MIDDLE, 100, Math.toRadians(75)));
                    case LEANING ->
                        both(
                                casting,
                                Trajectory.leaning(LEFT, MIDDLE, 100, Math.toRadians(60)),
                                Trajectory.leaning(RIGHT, MIDDLE, 100, Math.toRadians(60)));
                    case CROSSING ->
                        List.of(
                                casting.known(Trajectory.across(OUT, Scene.WIDTH - OUT, MIDDLE - 10, 95)),
                                casting.known(Trajectory.across(Scene.WIDTH - OUT, OUT, MIDDLE + 10, 105)));
                    case CROSSING_A_STRANGER ->
                        List.of(
                                casting.known(Trajectory.across(OUT, Scene.WIDTH - OUT, MIDDLE - 10, 95)),
                                casting.stranger(Trajectory.across(Scene.WIDTH - OUT, OUT, MIDDLE + 10, 105)));
                };
        return new Scene(actors, Background.of(Scene.WIDTH, Scene.HEIGHT, random));
    }

    private static List<Subject> both(SubjectAssignment casting, Trajectory known, Trajectory stranger) {
        return List.of(casting.known(known), casting.stranger(stranger));
    }
}
