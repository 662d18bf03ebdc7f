package io.faceline.api.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.faceline.api.corrections.CorrectionTable;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TopicScanner;
import io.faceline.runtime.kafka.TopicScanner.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The tracked frames of jobs in blocks, read once for all viewers: the cost of one more is that of sending bytes. Thread-safe.
 */
public final class FrameBlocks implements AutoCloseable {
    private static final int FRAMES = 128;
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_ENDS = 1000;
    private static final Duration EXPIRY = Duration.ofMinutes(2);

    /** How often the end of a job is looked at: waiting there would keep a consumer from others. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TopicScanner<TrackedFrame> scanner;
    private final CorrectionTable corrections;
    private final LongSupplier version;
    private final Cache<Key, FrameBlock> full = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, FrameBlock block) -> block.weight())
            .expireAfterAccess(EXPIRY)
            .build();
    /** Where nothing more was written a moment ago. */
    private final Cache<Key, FrameBlock> ends = Caffeine.newBuilder()
            .maximumSize(MAX_ENDS)
            .expireAfterWrite(PAUSE.dividedBy(2))
            .build();

    /** Blocks that are being read, which all who ask for them share. */
    private final ConcurrentHashMap<Key, CompletableFuture<FrameBlock>> pending = new ConcurrentHashMap<>();

    private record Key(String job, Position from) {}

    /**
     * @param corrections what was said by hand of tracks
     * @param version changes when a name or a correction does
     */
    public FrameBlocks(KafkaSettings kafka, CorrectionTable corrections, LongSupplier version) {
        this.scanner = new TopicScanner<>(kafka, kafka.topics().trackedFrames());
        this.corrections = corrections;
        this.version = version;
    }

    public JobFrames open(Job job) {
        return new BlockFrames(job);
    }

    private FrameBlock block(Job job, Position from) throws InterruptedException {
        var key = new Key(job.id(), from);
        while (true) {
            var known =
                    Optional.ofNullable(full.getIfPresent(key)).or(() -> Optional.ofNullable(ends.getIfPresent(key)));
            if (known.isPresent()) {
                return known.get();
            }
            var own = new CompletableFuture<FrameBlock>();
            var other = pending.putIfAbsent(key, own);
            if (other == null) {
                return readFor(own, job, key);
            }
            var read = awaited(other);
            if (read.isPresent()) {
                return read.get();
            }
        }
    }

    /** Reads on the thread of the viewer who asked first. */
    private FrameBlock readFor(CompletableFuture<FrameBlock> others, Job job, Key key) throws InterruptedException {
        try {
            var block = read(job, key.from());
            (block.isAtEnd() ? ends : full).put(key, block);
            others.complete(block);
            return block;
        } finally {
            pending.remove(key, others);
            // Those who wait try again themselves, if this viewer has left or could not read.
            others.cancel(false);
        }
    }

    private static Optional<FrameBlock> awaited(CompletableFuture<FrameBlock> other) throws InterruptedException {
        try {
            return Optional.of(other.get());
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private FrameBlock read(Job job, Position from) throws InterruptedException {
        var read = scanner.read(job.id(), from, FRAMES);
        var ofJob = read.values().stream().filter(frame -> isOf(job, frame)).toList();
        return new FrameBlock(
                ofJob, read.next(), read.isAtEnd(), track -> corrections.of(job.session(), track), version);
    }

    /** Whoever may write frames of cameras chooses their source. */
    private static boolean isOf(Job job, TrackedFrame frame) {
        return frame.facts().source().equals(job.id())
                && frame.facts().session().equals(job.session());
    }

    @Override
    public void close() {
        scanner.close();
    }

    private final class BlockFrames implements JobFrames {
        private final Job job;
        private Position next;
        private long sequence = -1;
        private boolean isAtEnd;

        BlockFrames(Job job) {
            this.job = job;
        }

        @Override
        public List<Entry> next() throws InterruptedException {
            if (next == null) {
                next = scanner.since(job.id(), job.startedAt());
            }
            var block = block(job, next);
            next = block.next();
            isAtEnd = block.isAtEnd();
            var entries = block.entries().stream().filter(this::isNew).toList();
            if (entries.isEmpty() && isAtEnd) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
            return entries;
        }

        /** After a crash the tracker may write frames twice. */
        private boolean isNew(Entry entry) {
            var isNew = entry.frame().sequence() > sequence;
            sequence = Math.max(sequence, entry.frame().sequence());
            return isNew;
        }

        @Override
        public boolean isAtEnd() {
            return isAtEnd;
        }
    }
}
