package io.faceline.systemtests.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which instance is killed, frozen, thawed and started when; the same for the same seed. Nothing lasts beyond the end but
 * by the time that a freeze takes at least.
 */
public record InjuryPlan(List<Step> steps) {
    private static final int FIRST_MILLIS = 1_000;
    private static final int MAX_PAUSE_MILLIS = 4_000;
    private static final int MIN_PAUSE_MILLIS = 1_000;
    private static final int MIN_FREEZE_MILLIS = 3_000;
    private static final Duration MAX_FREEZE = Duration.ofSeconds(20);
    private static final int MAX_ABSENCE_MILLIS = 3_000;

    /** @param at since the start of the round */
    public record Step(Duration at, String instance, Injury injury) {}

    public InjuryPlan {
        steps = List.copyOf(steps);
    }

    /** @param instances one that is there more than once is injured so much more often */
    public static InjuryPlan of(Random random, List<String> instances, Duration length) {
        return of(random, instances, length, MAX_FREEZE);
    }

    /** @param maxFreeze at least three seconds */
    public static InjuryPlan of(Random random, List<String> instances, Duration length, Duration maxFreeze) {
        var end = length.toMillis();
        var sorted = instances.stream().sorted().toList();
        var busyUntil = new HashMap<String, Long>();
        var steps = new ArrayList<Step>();
        for (var at = (long) FIRST_MILLIS; at < end; at += between(random, MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS)) {
            var free = free(sorted, busyUntil, at);
            var instance = free.get(random.nextInt(free.size()));
            busyUntil.put(instance, injure(random, steps, instance, at, end, (int) maxFreeze.toMillis()));
        }
        steps.sort(Comparator.comparing(Step::at));
        return new InjuryPlan(steps);
    }

    private static List<String> free(List<String> instances, Map<String, Long> busyUntil, long at) {
        var free = instances.stream()
                .filter(name -> busyUntil.getOrDefault(name, 0L) <= at)
                .toList();
        return free.isEmpty() ? instances : free;
    }

    /** Adds the two steps of one injury; returns when it is over. */
    private static long injure(Random random, List<Step> steps, String instance, long at, long end, int maxFreeze) {
        var freeze = between(random, MIN_FREEZE_MILLIS, maxFreeze);
        var absence = random.nextInt(MAX_ABSENCE_MILLIS);
        return switch (random.nextInt(5)) {
            case 0, 1 -> add(steps, instance, Injury.KILLED, at, Injury.STARTED, at + absence);
            case 2 -> add(steps, instance, Injury.TERMINATED, at, Injury.STARTED, at + absence);
            default ->
                add(
                        steps,
                        instance,
                        Injury.FROZEN,
                        at,
                        Injury.THAWED,
                        Math.min(at + freeze, Math.max(end, at + MIN_FREEZE_MILLIS)));
        };
    }

    private static long add(List<Step> steps, String instance, Injury first, long at, Injury second, long until) {
        steps.add(new Step(Duration.ofMillis(at), instance, first));
        steps.add(new Step(Duration.ofMillis(until), instance, second));
        return until;
    }

    private static long between(Random random, int min, int max) {
        return min + (long) random.nextInt(max - min);
    }
}
