package io.faceline.api.events;

import io.faceline.api.lists.ListParameters;
import io.faceline.runtime.kafka.StartOffset;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The position in a topic of one partition: the offset of the last record that was sent, and -1 before the first. Not
 * thread-safe.
 */
public final class OffsetCursor implements FeedCursor {
    private static final Pattern FORM = Pattern.compile("-1|\\d{1,18}");

    private long last;

    /** @param starts the next offset by partition, of which there is one */
    public OffsetCursor(Map<Integer, Long> starts) {
        this.last = starts.getOrDefault(0, 0L) - 1;
    }

    /** Where a reader goes on that has received the event with this id. */
    public static StartOffset after(String parameter, String id) {
        if (!FORM.matcher(id).matches()) {
            throw ListParameters.invalid(parameter, "the id of an event of this stream, a whole number");
        }
        return StartOffset.offsets(Map.of(0, Long.parseLong(id) + 1));
    }

    @Override
    public void advance(int partition, long offset) {
        last = offset;
    }

    @Override
    public String id() {
        return Long.toString(last);
    }
}
