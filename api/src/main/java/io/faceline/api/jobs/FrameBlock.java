package io.faceline.api.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.kafka.TopicScanner.Position;
import io.faceline.web.view.TrackedFaceView;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Some frames of a job, which all viewers share: each is made into JSON once, and again when people have changed.
 * Thread-safe.
 */
final class FrameBlock {
    private final List<TrackedFrame> frames;
    private final Position next;
    private final boolean isAtEnd;
    private final Function<String, Optional<Correction>> corrections;
    private final LongSupplier version;
    private final Map<Boolean, Rendered> rendered = new ConcurrentHashMap<>();

    private record Rendered(long version, List<String> frames) {}

    /**
     * @param corrections what was said by hand of the track with an id
     * @param version changes when a name or a correction does
     */
    FrameBlock(
            List<TrackedFrame> frames,
            Position next,
            boolean isAtEnd,
            Function<String, Optional<Correction>> corrections,
            LongSupplier version) {
        this.frames = List.copyOf(frames);
        this.next = next;
        this.isAtEnd = isAtEnd;
        this.corrections = corrections;
        this.version = version;
    }

    /** Where to go on. */
    Position next() {
        return next;
    }

    /** Whether nothing more was written so far. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    List<JobFrames.Entry> entries() {
        return IntStream.range(0, frames.size())
                .<JobFrames.Entry>mapToObj(BlockEntry::new)
                .toList();
    }

    /** Bytes in memory, roughly: a frame as objects and as JSON. */
    int weight() {
        return 1000
                + 4000
                        * frames.stream()
                                .mapToInt(frame -> 1 + frame.tracks().size())
                                .sum();
    }

    private List<String> rendered(Viewer viewer) {
        var now = version.getAsLong();
        return rendered.compute(
                        viewer.isListing(),
                        (listing, known) ->
                                known != null && known.version() == now ? known : new Rendered(now, render(viewer)))
                .frames();
    }

    private List<String> render(Viewer viewer) {
        return frames.stream()
                .map(frame -> json(frame.correctedBy(corrections), viewer))
                .toList();
    }

    static String json(TrackedFrame frame, Viewer viewer) {
        try {
            return Mappers.JSON.writeValueAsString(TrackedFaceView.match(frame, viewer.names()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class BlockEntry implements JobFrames.Entry {
        private final int index;

        BlockEntry(int index) {
            this.index = index;
        }

        @Override
        public TrackedFrame frame() {
            return frames.get(index).correctedBy(corrections);
        }

        @Override
        public String json(Viewer viewer) {
            return rendered(viewer).get(index);
        }
    }
}
