package io.faceline.ingest.feeds;

import io.faceline.contracts.frame.DropReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of each record of {@code feeds}: a frame, a drop that is answered, a drop that is counted only, or
 * a dead letter. Never fails: the records are anybody's. Confined to the reading thread.
 */
final class TakeFeeds {
    /** Metric: too many sources send. */
    static final String TOO_MANY_SOURCES = "TOO_MANY_SOURCES";
    /** Metric: a bug. */
    static final String INTERNAL = "INTERNAL";

    private static final Logger LOG = LoggerFactory.getLogger(TakeFeeds.class);

    private final FeedSettings settings;
    private final FeedRules rules;
    private final FeedSources sources;
    private final FeedQueue queue;
    private final FeedLetters letters;
    private final OpenOffsets open;
    private final FeedMetrics metrics;
    private final WrongClocks clocks;

    TakeFeeds(
            FeedSettings settings,
            FeedRules rules,
            FeedSources sources,
            FeedQueue queue,
            FeedLetters letters,
            OpenOffsets open,
            FeedMetrics metrics) {
        this.settings = settings;
        this.rules = rules;
        this.sources = sources;
        this.queue = queue;
        this.letters = letters;
        this.open = open;
        this.metrics = metrics;
        this.clocks = new WrongClocks(metrics);
    }

    void take(FeedRecord read) {
        open.begin(read.partition(), read.offset());
        try {
            judge(read);
        } catch (FeedException e) {
            metrics.refused(e.reason());
            letters.add(read, e);
        } catch (RuntimeException e) {
            LOG.error("event=feed_record_failed partition={} offset={}", read.partition(), read.offset(), e);
            metrics.refused(INTERNAL);
            letters.add(read, e);
        }
    }

    /** Cheap checks come first: what is no picture takes no source's place, and what is too much is not looked at. */
    private void judge(FeedRecord read) throws FeedException {
        var name = rules.source(read.read().key());
        var picture = rules.picture(read.read().value());
        var found = sources.find(name, read.now());
        if (found.isEmpty()) {
            dropUnanswered(read, TOO_MANY_SOURCES);
            return;
        }
        var source = found.get();
        if (!source.takes(read)) {
            dropUnanswered(read, DropReason.TOO_MANY_FRAMES.name());
            return;
        }
        clocks.look(name, read);
        if (read.appendedAt().isBefore(read.now().minus(settings.staleAfter()))) {
            queue.stale(source.frame(read, picture));
        } else {
            rules.inspect(picture);
            queue.offer(source, source.frame(read, picture));
        }
    }

    private void dropUnanswered(FeedRecord read, String reason) {
        metrics.dropped(reason);
        open.done(read.partition(), read.offset());
    }
}
