package io.faceline.tracker;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tracker of one task: follows the faces of each source, and ends the tracks of silent ones. Confined to the task thread. */
final class TrackerTask {
    /** A live source without a frame for so long has ended or stands still; a face would have been lost long before. */
    static final Duration LIVE_SILENCE = Duration.ofSeconds(10);

    /** Frames of a video wait for the detector while others come first. */
    static final Duration VIDEO_SILENCE = Duration.ofSeconds(30);

    /** A video that is resumed by then goes on with its next frame; until then a missing one is waited for. */
    static final Duration VIDEO_FORGOTTEN = Duration.ofMinutes(10);

    private final Table<SourceState> sources;
    private final Table<Sighting> waiting;
    private final int window;
    private final Consumer<TrackUpdate> out;
    /** Without reading the states, which hold embeddings. */
    private final Map<String, Activity> activity = new HashMap<>();

    private record Activity(boolean isVideo, Instant arrivedAt, int openTracks) {
        static Activity of(SourceState state) {
            return new Activity(
                    state.isVideo(),
                    state.arrivedAt(),
                    state.tracking().reported().size());
        }
    }

    /**
     * @param window the most frames of a video under way
     * @param out receives the updates of each track in order
     */
    TrackerTask(Table<SourceState> sources, Table<Sighting> waiting, int window, Consumer<TrackUpdate> out) {
        this.sources = sources;
        this.waiting = waiting;
        this.window = window;
        this.out = out;
        sources.where(state -> true).forEach((name, state) -> activity.put(name, Activity.of(state)));
    }

    /** @param arrivedAt when the sighting was written, by the broker's clock */
    void on(Sighting sighting, Instant arrivedAt) {
        var facts = sighting.match().facts();
        var name = name(facts);
        var known =
                sources.read(name).orElseGet(() -> SourceState.begin(isVideo(facts), facts.capturedAt(), arrivedAt));
        var source = new FollowedSource(name, known, waiting, window, out);
        source.accept(sighting);
        save(name, source.state(arrivedAt));
    }

    /** With the session: a camera's writer may use the source of somebody's video, and must not get into its tracks. */
    private static String name(FrameFacts facts) {
        return facts.session() + "|" + facts.source();
    }

    private static boolean isVideo(FrameFacts facts) {
        return Job.isId(facts.source()) && !facts.session().isCamera();
    }

    /**
     * Ends the tracks of silent sources.
     *
     * @param now how far the broker's clock is known to have come; while the stage catches up that is the past
     */
    void onTime(Instant now) {
        Map.copyOf(activity).forEach((name, known) -> {
            var silence = Duration.between(known.arrivedAt(), now);
            if (silence.compareTo(known.isVideo() ? VIDEO_FORGOTTEN : LIVE_SILENCE) > 0) {
                find(name).ifPresent(FollowedSource::end);
                sources.remove(name);
                activity.remove(name);
            } else if (silence.compareTo(VIDEO_SILENCE) > 0 && known.openTracks() > 0) {
                find(name).ifPresent(source -> {
                    source.endTracks();
                    save(name, source.state(known.arrivedAt()));
                });
            }
        });
    }

    private Optional<FollowedSource> find(String name) {
        return sources.read(name).map(state -> new FollowedSource(name, state, waiting, window, out));
    }

    private void save(String name, SourceState state) {
        sources.write(name, state);
        activity.put(name, Activity.of(state));
    }

    /** Number of tracks that may continue. */
    long openTracks() {
        return activity.values().stream().mapToLong(Activity::openTracks).sum();
    }
}
