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
    Scene scene(Casting casting, Random random) {
        var actors =
                switch (this) {
                    case WALKING ->
                        List.of(
                                casting.known(Move.across(OUT, Scene.WIDTH - OUT, UPPER, 75)),
                                casting.stranger(Move.across(Scene.WIDTH - OUT, OUT, LOWER, 75)));
                    case NEARER ->
                        both(casting, Move.nearer(LEFT, MIDDLE, 18, 140), Move.nearer(RIGHT, MIDDLE, 18, 140));
                    case BLURRED ->
                        both(casting, Move.blurring(LEFT, MIDDLE, 100, 7), Move.blurring(RIGHT, MIDDLE, 100, 7));
                    case TURNING ->
                        both(
                                casting,
                                Move.turning(LEFT, MIDDLE, 100, Math.toRadians(75)),
                                Move.turning(RIGHT, MIDDLE, 100, Math.toRadians(75)));
                    case LEANING ->
                        both(
                                casting,
                                Move.leaning(LEFT, MIDDLE, 100, Math.toRadians(60)),
                                Move.leaning(RIGHT, MIDDLE, 100, Math.toRadians(60)));
                    case CROSSING ->
                        List.of(
                                casting.known(Move.across(OUT, Scene.WIDTH - OUT, MIDDLE - 10, 95)),
                                casting.known(Move.across(Scene.WIDTH - OUT, OUT, MIDDLE + 10, 105)));
                    case CROSSING_A_STRANGER ->
                        List.of(
                                casting.known(Move.across(OUT, Scene.WIDTH - OUT, MIDDLE - 10, 95)),
                                casting.stranger(Move.across(Scene.WIDTH - OUT, OUT, MIDDLE + 10, 105)));
                };
        return new Scene(actors, Backdrop.of(Scene.WIDTH, Scene.HEIGHT, random));
    }

    private static List<Actor> both(Casting casting, Move known, Move stranger) {
        return List.of(casting.known(known), casting.stranger(stranger));
    }
}
