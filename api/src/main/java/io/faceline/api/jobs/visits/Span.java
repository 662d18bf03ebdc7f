package io.faceline.api.jobs.visits;

import io.faceline.contracts.track.Appearance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An interval of a video in seconds, both ends included. */
record Span(double from, double to) {
    double seconds() {
        return to - from;
    }

    /** Of appearances, joined where they touch. */
    static List<Span> of(List<Appearance> appearances) {
        var joined = new ArrayList<Span>();
        appearances.stream()
                .map(seen -> new Span(
                        seen.first().seconds(),
                        Math.max(seen.first().seconds(), seen.last().seconds())))
                .sorted(Comparator.comparingDouble(Span::from))
                .forEach(next -> {
                    var end = joined.size() - 1;
                    if (end >= 0 && next.from() <= joined.get(end).to()) {
                        var last = joined.get(end);
                        joined.set(end, new Span(last.from(), Math.max(last.to(), next.to())));
                    } else {
                        joined.add(next);
                    }
                });
        return List.copyOf(joined);
    }

    /** What both have; an instant if one ends where the other begins. */
    static List<Span> common(List<Span> some, List<Span> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .map(other -> new Span(Math.max(one.from, other.from), Math.min(one.to, other.to))))
                .filter(both -> both.from <= both.to)
                .sorted(Comparator.comparingDouble(Span::from))
                .toList();
    }
}
