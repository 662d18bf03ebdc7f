package io.faceline.evaluation.recognisability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Draws whom to enroll, with which photo; the same people and photos for every level as far as they have faces. */
public final class Draw {
    private final List<List<Integer>> people;

    public Draw(PhotoSet photos, long seed) {
        var random = new Random(seed);
        var drawn = new ArrayList<List<Integer>>();
        for (var own : photos.byPerson()) {
            var shuffled = new ArrayList<>(own);
            Collections.shuffle(shuffled, random);
            drawn.add(shuffled);
        }
        Collections.shuffle(drawn, random);
        this.people = drawn;
    }

    /** Draws for several splits. */
    public static List<Draw> all(PhotoSet photos, int splits, long seed) {
        return IntStream.range(0, splits)
                .mapToObj(split -> new Draw(photos, seed + split))
                .toList();
    }

    /** One photo of each of the first people who have a usable one; fewer if there are not so many. */
    public List<Integer> photos(int count, IntPredicate isUsable) {
        return people.stream()
                .map(own -> own.stream().filter(isUsable::test).findFirst().orElse(-1))
                .filter(photo -> photo >= 0)
                .limit(Math.max(0, count))
                .toList();
    }
}
