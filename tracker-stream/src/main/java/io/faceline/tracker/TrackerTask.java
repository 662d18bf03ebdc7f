package io.faceline.tracker;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.tracker.known.Known;
import io.faceline.tracking.SourceTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tracker of one task: follows the faces of each source, and ends the tracks of silent ones. Confined to the task thread. */
final class TrackerTask {
    /** A live source without a frame for so long has ended or stands still; a face would have been lost long before. */
    static final Duration LIVE_SILENCE = Duration.ofSeconds(10);

    /** A live source that goes on by then keeps its last frame in mind, so that one that is read again is not a new one. */
    static final Duration LIVE_FORGOTTEN = Duration.ofMinutes(10);

    /** Frames of a video wait for the detector while others come first. */
    static final Duration VIDEO_SILENCE = Duration.ofSeconds(30);

    /** A video of no known job that is resumed by then goes on with its next frame. */
    static final Duration VIDEO_FORGOTTEN = Duration.ofMinutes(10);

    private final TrackerTables tables;
    private final Known known;
    private final int window;
    private final TrackOutbox out;
    private final CompactionTrigger compaction;
    private final AppearanceWriter appearances;
    private final Map<String, FollowedVideo> videos = new HashMap<>();
    private final Map<String, FollowedSource> live = new HashMap<>();
    /** The jobs of which anything is kept, and their sessions. */
    private final Map<String, SessionId> jobs = new HashMap<>();

    /** Before the first look: people may have been deleted while no task ran. */
    private long deletions = -1;

    private final Corrections corrections;
    private long correctionChanges = -1;

    /**
     * @param window the most frames of a video under way
     * @param out receives the frames of each source, and the updates of each track, in order
     * @param compaction learns of deletions
     */
    TrackerTask(TrackerTables tables, Known known, int window, TrackOutbox out, CompactionTrigger compaction) {
        this.tables = tables;
        this.known = known;
        this.window = window;
        this.out = out;
        this.compaction = compaction;
        this.appearances = new AppearanceWriter(tables, out, compaction);
        this.corrections = new Corrections(known, out);
        // All of them, as a crash may have kept any.
        tables.waiting().where(any -> true).values().stream()
                .map(sighting -> sighting.match().facts())
                .forEach(facts -> jobs.put(facts.source(), facts.session()));
        tables.ended().where(any -> true).values().stream()
                .map(ended -> ended.track().update())
                .forEach(track -> jobs.put(track.source(), track.session()));
        tables.appearances()
                .where(any -> true)
                .forEach((key, appearance) -> jobs.put(appearance.job(), appearance.session()));
        tables.videos().where(any -> true).forEach((job, video) -> jobs.put(job, video.session()));
        tables.sources().where(any -> true).forEach(this::open);
    }

    private void open(String name, SourceState state) {
        if (state.isVideo()) {
            var video = new FollowedVideo(name, state, tables, known, window, out, appearances);
            videos.put(name, video);
            jobs.put(video.job(), video.session());
        } else {
            var session = SourceName.session(name);
            var tracking = new SourceTracking(state.tracking(), new SourceOverrides(known, session));
            var output = new LiveOutput(SourceName.source(name), () -> known.hasEnded(session), out);
            live.put(name, new FollowedSource(name, state, tracking, tables.waiting(), window, output));
        }
    }

    /** @param written when the sighting was written, by the broker's clock */
    void on(Sighting sighting, Instant written) {
        forgetDeleted();
        correct();
        var facts = sighting.match().facts();
        var isVideo = isVideo(facts);
        if (known.hasEnded(facts.session()) || (isVideo && isOver(facts.source()))) {
            return;
        }
        var name = SourceName.of(facts);
        endSilent(name, written);
        if (source(name).isEmpty()) {
            open(name, SourceState.begin(isVideo, facts.capturedAt(), written));
        }
        var source = source(name).orElseThrow();
        source.accept(sighting, written);
        tables.sources().write(name, source.state());
    }

    private Optional<FollowedSource> source(String name) {
        return Optional.ofNullable(videos.get(name))
                .map(FollowedVideo::source)
                .or(() -> Optional.ofNullable(live.get(name)));
    }

    /**
     * Ends the tracks of a source that was silent before a sighting, as the clock does: who reads the sightings again, with
     * the clock at another moment, says the same.
     */
    private void endSilent(String name, Instant written) {
        Optional.ofNullable(videos.get(name))
                .ifPresent(video -> video.endSilent(video.source().silence(written)));
        Optional.ofNullable(live.get(name)).ifPresent(source -> onTime(name, source, written));
    }

    /** Whether a frame of a video that is complete or deleted was read again. */
    private boolean isOver(String job) {
        return isDeleted(job) || isComplete(job);
    }

    private boolean isComplete(String job) {
        return tables.videos().read(job).filter(TrackedVideo::isComplete).isPresent();
    }

    private boolean isDeleted(String job) {
        return known.job(job).filter(found -> found.state() == JobState.DELETED).isPresent();
    }

    /** Whoever may write frames of cameras chooses their source, and must not get into a video. */
    private boolean isVideo(FrameFacts facts) {
        var isOfAnother = known.job(facts.source())
                .filter(job -> !job.session().equals(facts.session()))
                .isPresent();
        return Job.isId(facts.source()) && !facts.session().isCamera() && !isOfAnother;
    }

    /**
     * Ends the tracks of silent sources, completes videos that are over, and erases what was deleted.
     *
     * @param now how far the broker's clock is known to have come; while the stage catches up that is the past
     */
    void onTime(Instant now) {
        forgetDeleted();
        correct();
        corrections.removeEnded();
        compaction.onTime();
        Map.copyOf(videos).forEach((name, video) -> onTime(name, video, now));
        Map.copyOf(live).forEach((name, source) -> onTime(name, source, now));
        Map.copyOf(jobs).forEach((job, session) -> {
            if (isForgotten(job, session)) {
                erase(job, session);
            }
        });
    }

    private void onTime(String name, FollowedVideo video, Instant now) {
        var silence = video.source().silence(now);
        if (isDeleted(video.job()) || known.hasEnded(video.session())) {
            remove(name);
            erase(video.job(), video.session());
        } else {
            follow(name, video, silence);
        }
    }

    private void follow(String name, FollowedVideo video, Duration silence) {
        video.source().prune();
        var isChanged = video.skipLost();
        if (video.isDone(silence)) {
            video.complete();
            remove(name);
        } else if (video.onTime(silence) || isChanged) {
            tables.sources().write(name, video.source().state());
        }
    }

    private void onTime(String name, FollowedSource source, Instant now) {
        var silence = source.silence(now);
        var isOver = silence.compareTo(LIVE_FORGOTTEN) > 0 || known.hasEnded(SourceName.session(name));
        if (source.tracking().hasOpenTracks() && (isOver || silence.compareTo(LIVE_SILENCE) > 0)) {
            source.endTracks(TrackEnd.SOURCE_SILENT);
            tables.sources().write(name, source.state());
            compaction.recordDeletion();
        }
        if (isOver) {
            corrections.remove(SourceName.session(name), SourceName.source(name));
            live.remove(name);
            tables.sources().remove(name);
            compaction.recordDeletion();
        }
    }

    private void remove(String name) {
        FollowedSource.clear(name, tables.waiting());
        videos.remove(name);
        tables.sources().remove(name);
    }

    /** Whether a video is not followed any more, and its job or session is gone. */
    private boolean isForgotten(String job, SessionId session) {
        var isFollowed = videos.values().stream().anyMatch(video -> video.job().equals(job));
        return !isFollowed && (known.job(job).isEmpty() || isDeleted(job) || known.hasEnded(session));
    }

    private void erase(String job, SessionId session) {
        appearances.erase(job);
        corrections.remove(session, job);
        FollowedSource.clear(SourceName.of(session, job), tables.waiting());
        jobs.remove(job);
    }

    /** A crash may have kept what is removed once a video is complete. */
    private void removeComplete() {
        jobs.forEach((job, session) -> {
            if (isComplete(job)) {
                var name = SourceName.of(session, job);
                appearances.complete(job);
                FollowedSource.clear(name, tables.waiting());
                if (videos.remove(name) != null) {
                    tables.sources().remove(name);
                }
            }
        });
    }

    private void forgetDeleted() {
        if (known.deletions() == deletions) {
            return;
        }
        if (deletions < 0) {
            removeComplete();
        }
        deletions = known.deletions();
        var gone = appearances.of(known::isDeleted);
        gone.forEach(appearances::eraseShots);
        videos.values().forEach(FollowedVideo::forgetGone);
        live.values().forEach(FollowedSource::forgetGone);
        appearances.forget(gone, known::isDeleted);
        videos.forEach(
                (name, video) -> tables.sources().write(name, video.source().state()));
        live.forEach((name, source) -> tables.sources().write(name, source.state()));
    }

    /** Does as was said by hand, and takes back what was said before. */
    private void correct() {
        if (known.correctionChanges() == correctionChanges) {
            return;
        }
        correctionChanges = known.correctionChanges();
        var changed = appearances.correct(corrections);
        videos.forEach((name, video) -> {
            if (video.correct(changed.contains(video.job()))) {
                tables.sources().write(name, video.source().state());
            }
        });
        live.forEach((name, source) -> {
            if (source.correct()) {
                tables.sources().write(name, source.state());
            }
        });
    }

    /** Number of tracks that may continue. */
    long openTracks() {
        var followed = Stream.concat(videos.values().stream().map(FollowedVideo::source), live.values().stream());
        return followed.mapToLong(source -> source.tracking().openTracks()).sum();
    }
}
