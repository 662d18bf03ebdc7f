package io.faceline.benchmarks.synthetic;

import java.util.List;
import java.util.Random;

/** The kinds of synthetic videos. An enrolled person and a stranger do the same, unless stated otherwise. */
public enum FilmKind {
    WALKING("walking past"),
    NEARER("approaching and leaving"),
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

    private final String label;

    FilmKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Deterministic for the same assignment and seed. */
    Scene scene(SubjectAssignment assignment, Random random) {
        var subjects =
                switch (this) {
                    case WALKING ->
                        List.of(
                                assignment.known(Trajectory.across(OUT, Scene.WIDTH - OUT, UPPER, 75)),
                                assignment.stranger(Trajectory.across(Scene.WIDTH - OUT, OUT, LOWER, 75)));
                    case NEARER ->
                        both(
                                assignment,
                                Trajectory.nearer(LEFT, MIDDLE, 18, 140),
                                Trajectory.nearer(RIGHT, MIDDLE, 18, 140));
                    case BLURRED ->
                        both(
                                assignment,
                                Trajectory.blurring(LEFT, MIDDLE, 100, 7),
                                Trajectory.blurring(RIGHT, MIDDLE, 100, 7));
                    case TURNING ->
                        both(
                                assignment,
                                Trajectory.turning(LEFT, MIDDLE, 100, Math.toRadians(75)),
                                Trajectory.turning(RIGHT, MIDDLE, 100, Math.toRadians(75)));
                    case LEANING ->
                        both(
                                assignment,
                                Trajectory.leaning(LEFT, MIDDLE, 100, Math.toRadians(60)),
                                Trajectory.leaning(RIGHT, MIDDLE, 100, Math.toRadians(60)));
                    case CROSSING ->
                        List.of(
                                assignment.known(Trajectory.across(OUT, Scene.WIDTH - OUT, MIDDLE - 10, 95)),
                                assignment.known(Trajectory.across(Scene.WIDTH - OUT, OUT, MIDDLE + 10, 105)));
                    case CROSSING_A_STRANGER ->
                        List.of(
                                assignment.known(Trajectory.across(OUT, Scene.WIDTH - OUT, MIDDLE - 10, 95)),
                                assignment.stranger(Trajectory.across(Scene.WIDTH - OUT, OUT, MIDDLE + 10, 105)));
                };
        return new Scene(subjects, Background.of(Scene.WIDTH, Scene.HEIGHT, random));
    }

    private static List<Subject> both(SubjectAssignment assignment, Trajectory known, Trajectory stranger) {
        return List.of(assignment.known(known), assignment.stranger(stranger));
    }
}
