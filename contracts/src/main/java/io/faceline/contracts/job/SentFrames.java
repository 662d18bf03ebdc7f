package io.faceline.contracts.job;

import java.util.List;

/**
 * The frames of a job that has ended.
 *
 * @param count of all frames
 * @param lost sequence numbers of the frames that got no answer, ascending
 */
public record SentFrames(long count, List<Long> lost) {
    public SentFrames {
        lost = List.copyOf(lost);
    }
}
