package io.faceline.api.matches;

import io.faceline.api.events.FeedCursor;
import io.faceline.runtime.http.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The position of a stream of matches or tracks, used as the id of its events: {@code 0:17,3:4}, the next offset of each partition.
 * It does not reveal whose these are. Not thread-safe.
 */
final class Cursor implements FeedCursor {
    private static final Pattern FORM = Pattern.compile("\\d{1,9}:\\d{1,18}(,\\d{1,9}:\\d{1,18}){0,999}");

    private final Map<Integer, Long> next;

    Cursor(Map<Integer, Long> next) {
        this.next = new TreeMap<>(next);
    }

    /** The next offsets by partition. */
    static Map<Integer, Long> parse(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new ProblemException(
                    400,
                    "BAD_REQUEST",
                    "Last-Event-ID must be the id of an event of this stream, as must \"from\" of tracks");
        }
        var next = new TreeMap<Integer, Long>();
        for (var part : id.split(",", -1)) {
            var colon = part.indexOf(':');
            next.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
        }
        return next;
    }

    @Override
    public void advance(int partition, long offset) {
        next.put(partition, offset + 1);
    }

    @Override
    public String id() {
        return next.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
