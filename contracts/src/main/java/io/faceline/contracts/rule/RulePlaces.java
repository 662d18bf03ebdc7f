package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import java.util.List;

/**
 * Where a rule holds. With neither sources, groups nor jobs: at all cameras and pushed feeds. A visitor's own videos and
 * webcam are never meant unless a job is named.
 *
 * @param sources ids of cameras, or names of pushed feeds
 * @param groups of sources
 * @param jobs ids of film jobs, or {@code *} for all of them
 * @param per whether each source, each group, or all of them together have alerts of their own
 */
public record RulePlaces(List<String> sources, List<GroupId> groups, List<String> jobs, AlertBreadth per) {
    public static final String ALL_JOBS = "*";

    private static final int MAX = 1000;

    public RulePlaces {
        sources = List.copyOf(sources);
        groups = List.copyOf(groups);
        jobs = List.copyOf(jobs);
        sources.forEach(source -> Checks.id("source", source));
        jobs.stream().filter(job -> !job.equals(ALL_JOBS)).forEach(job -> Checks.id("job", job));
        Checks.require(
                sources.size() + groups.size() + jobs.size() <= MAX,
                "a rule names at most " + MAX + " sources, groups and jobs");
    }

    /** At every camera. */
    public static RulePlaces everywhere(AlertBreadth per) {
        return new RulePlaces(List.of(), List.of(), List.of(), per);
    }

    /** Whether it names no place, so that all cameras and feeds are meant. */
    public boolean isEverywhere() {
        return sources.isEmpty() && groups.isEmpty() && jobs.isEmpty();
    }
}
