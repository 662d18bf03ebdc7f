package io.faceline.tracker;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.SentFrames;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.tracker.known.Known;
import io.faceline.tracking.SourceTracking;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;

/** A video whose faces are followed, until all its frames are tracked. Not thread-safe. */
final class FollowedVideo implements FollowedSource.StepConsumer {
    /** Between two writings of what changed. */
    static final int TICKS = 5;

    private final String job;
    private final SessionId session;
    private final TrackerTables tables;
    private final Known known;
    private final TrackOutbox out;
    private final AppearanceWriter writer;
    private final SourceTracking tracking;
    private final FollowedSource source;
    private final VideoAppearances appearances;
    private boolean isChanged;
    private int ticks;

    FollowedVideo(
            String name,
            SourceState state,
            TrackerTables tables,
            Known known,
            int window,
            TrackOutbox out,
            AppearanceWriter writer) {
        this.job = SourceName.source(name);
        this.session = SourceName.session(name);
        this.tables = tables;
        this.known = known;
        this.out = out;
        this.writer = writer;
        this.tracking = new SourceTracking(state.tracking(), new SourceOverrides(known, session));
        this.source = new FollowedSource(name, state, tracking, tables.waiting(), window, this);
        this.appearances = new VideoAppearances(job, tables, writer, tracking, new SourceOverrides(known, session));
    }

    String job() {
        return job;
    }

    SessionId session() {
        return session;
    }

    FollowedSource source() {
        return source;
    }

    @Override
    public void frame(SourceTracking.Step step) {
        out.frame(step.frame());
        isChanged = true;
        changes(step.changes());
    }

    @Override
    public void changes(SourceTracking.Changes changes) {
        changes.pictures().forEach(picture -> out.trackPicture(job, picture));
        changes.updates().forEach(out::track);
        changes.ended().forEach(appearances::ended);
        isChanged = isChanged || !changes.updates().isEmpty();
        var begun = changes.updates().stream()
                .filter(FollowedVideo::isNew)
                .map(TrackUpdate::number)
                .collect(Collectors.toSet());
        if (!begun.isEmpty()) {
            tracking.open().stream()
                    .filter(track -> begun.contains(track.update().number()))
                    .forEach(appearances::began);
            writeVideo(false);
        }
    }

    private static boolean isNew(TrackUpdate update) {
        return update.phase() == TrackPhase.NEW;
    }

    /**
     * Skips the frames that the job lost.
     *
     * @return whether the source changed
     */
    boolean skipLost() {
        var next = source.next();
        known.job(job)
                .flatMap(Job::sent)
                .map(SentFrames::lost)
                .filter(lost -> !lost.isEmpty())
                .ifPresent(lost -> {
                    source.skip(new HashSet<>(lost)::contains);
                });
        return source.next() != next;
    }

    /** Whether all frames of the job are tracked, or the rest will not come. */
    boolean isDone(Duration silence) {
        var found = known.job(job);
        if (found.isEmpty()) {
            return silence.compareTo(TrackerTask.VIDEO_FORGOTTEN) > 0;
        }
        var isAllThere = found.flatMap(Job::sent)
                .filter(sent -> source.next() >= sent.count())
                .isPresent();
        return !found.get().state().isUnfinished() && (isAllThere || silence.compareTo(TrackerTask.VIDEO_SILENCE) > 0);
    }

    /**
     * Ends the tracks of a video that pauses, and writes what changed since the last time.
     *
     * @param silence since the last frame
     * @return whether the source changed
     */
    boolean onTime(Duration silence) {
        var isPaused = endSilent(silence);
        ticks++;
        if (isChanged && ticks >= TICKS) {
            write(false);
        }
        return isPaused;
    }

    /**
     * Ends the tracks of a video that pauses.
     *
     * @return whether it did
     */
    boolean endSilent(Duration silence) {
        var isPaused = silence.compareTo(TrackerTask.VIDEO_SILENCE) > 0 && tracking.hasOpenTracks();
        if (isPaused) {
            source.endTracks(TrackEnd.SOURCE_SILENT);
        }
        return isPaused;
    }

    void complete() {
        source.trackWaiting();
        source.endTracks(TrackEnd.SOURCE_ENDED);
        write(true);
        appearances.complete();
    }

    /** Takes back the names of people who were deleted, and writes what a crash did not keep of what was written. */
    void forgetGone() {
        if (tracking.thresholds().isPresent()) {
            // Named since their appearances were written.
            appearances.eraseShots(tracking.open().stream()
                    .filter(track -> track.isOf(known::isDeleted))
                    .toList());
            source.forgetGone();
            appearances.forget(known::isDeleted);
            write(false);
        }
    }

    /**
     * Does as was said by hand.
     *
     * @param isEnded whether something else was said of one of its appearances
     * @return whether an open track changed
     */
    boolean correct(boolean isEnded) {
        var isOpen = source.correct();
        if (isEnded) {
            appearances.correct();
        }
        if (isOpen || isEnded) {
            write(false);
        }
        return isOpen;
    }

    private void write(boolean isComplete) {
        appearances.write();
        writeVideo(isComplete);
        isChanged = false;
        ticks = 0;
    }

    private void writeVideo(boolean isComplete) {
        var counts = source.counts();
        var video = new TrackedVideo(
                job,
                session,
                counts.tracked(),
                counts.lost(),
                counts.faces(),
                source.next(),
                counts.last(),
                appearances.version(),
                isComplete);
        if (!Optional.of(video).equals(tables.videos().read(job))) {
            writer.write(video);
        }
    }
}
