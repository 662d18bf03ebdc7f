package io.faceline.ingest.files;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts the files of folders that were left out, because their extension is of no kind that is read.
 *
 * @param counts by extension in lower case, without its dot; empty for files without one
 */
public record LeftOut(SortedMap<String, Integer> counts) {
    public static final LeftOut NOTHING = new LeftOut(new TreeMap<>());

    private static final int MAX_SHOWN = 10;

    public LeftOut {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** These and the others. */
    public LeftOut plus(LeftOut other) {
        var sum = new TreeMap<>(counts);
        other.counts.forEach((extension, count) -> sum.merge(extension, count, Integer::sum));
        return new LeftOut(sum);
    }

    /** Such as "3 files were left out: 2 .heic, 1 .gif"; empty when none was. */
    public Optional<String> text() {
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return Optional.empty();
        }
        var kinds = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(MAX_SHOWN)
                .map(kind -> kind.getValue() + (kind.getKey().isEmpty() ? " without extension" : " ." + kind.getKey()))
                .collect(Collectors.joining(", "));
        return Optional.of((all == 1 ? "1 file was" : all + " files were") + " left out: " + kinds
                + (counts.size() > MAX_SHOWN ? ", …" : ""));
    }
}
