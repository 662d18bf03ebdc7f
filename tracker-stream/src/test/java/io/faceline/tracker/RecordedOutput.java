package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what the tracker writes: all of it, and the newest record of each key. Not thread-safe. */
final class RecordedOutput implements TrackOutbox {
    private final List<TrackedFrame> frames = new ArrayList<>();
    private final List<TrackUpdate> tracks = new ArrayList<>();
    private final List<TrackPicture> trackPictures = new ArrayList<>();
    /** Updates and pictures of tracks, in their order. */
    private final List<String> writes = new ArrayList<>();

    private final List<Appearance> appearanceWrites = new ArrayList<>();
    private final List<String> shotWrites = new ArrayList<>();
    private final List<TrackedVideo> videoWrites = new ArrayList<>();
    private final List<String> erased = new ArrayList<>();
    private final Map<String, Appearance> appearances = new TreeMap<>();
    private final Map<String, ShotPicture> shots = new TreeMap<>();
    private final Map<String, TrackedVideo> videos = new TreeMap<>();
    private final List<String> correctionsRemoved = new ArrayList<>();
    private final List<String> notErasable = new ArrayList<>();
    private final Predicate<String> isErasable;

    /** @param isErasable whether what the tracker keeps tells to erase the picture of this key */
    RecordedOutput(Predicate<String> isErasable) {
        this.isErasable = isErasable;
    }

    @Override
    public void frame(TrackedFrame frame) {
        frames.add(frame);
    }

    @Override
    public void track(TrackUpdate update) {
        tracks.add(update);
        writes.add(update.source() + " update with " + update.shot().frame());
    }

    @Override
    public void trackPicture(String source, TrackPicture picture) {
        trackPictures.add(picture);
        writes.add(source + " picture of " + picture.frame());
    }

    @Override
    public void appearance(String key, @Nullable Appearance appearance) {
        Optional.ofNullable(appearance).ifPresent(appearanceWrites::add);
        put(appearances, key, appearance);
    }

    @Override
    public void shot(String key, @Nullable ShotPicture picture) {
        if (picture != null) {
            shotWrites.add(key);
        }
        if (picture != null && !isErasable.test(key)) {
            notErasable.add(key);
        }
        put(shots, key, picture);
    }

    @Override
    public void video(String job, @Nullable TrackedVideo video) {
        Optional.ofNullable(video).ifPresent(videoWrites::add);
        put(videos, job, video);
    }

    @Override
    public void correction(String key, @Nullable Correction correction) {
        assertThat(correction).as("the tracker only takes back").isNull();
        correctionsRemoved.add(key);
    }

    /** The keys of corrections that were taken back. */
    List<String> correctionsRemoved() {
        return List.copyOf(correctionsRemoved);
    }

    private <V> void put(Map<String, V> records, String key, @Nullable V value) {
        if (value == null) {
            erased.add(key);
            records.remove(key);
        } else {
            records.put(key, value);
        }
    }

    /** Forgets what was written, but not the newest records. */
    void clear() {
        List.of(frames, tracks, trackPictures, writes, appearanceWrites, shotWrites, videoWrites, erased)
                .forEach(List::clear);
    }

    boolean isSilent() {
        return List.of(frames, tracks, trackPictures, appearanceWrites, shotWrites, videoWrites, erased).stream()
                .allMatch(List::isEmpty);
    }

    List<TrackedFrame> frames() {
        return List.copyOf(frames);
    }

    List<TrackUpdate> tracks() {
        return List.copyOf(tracks);
    }

    List<TrackPicture> trackPictures() {
        return List.copyOf(trackPictures);
    }

    List<String> writes() {
        return List.copyOf(writes);
    }

    List<Appearance> appearanceWrites() {
        return List.copyOf(appearanceWrites);
    }

    List<String> shotWrites() {
        return List.copyOf(shotWrites);
    }

    List<TrackedVideo> videoWrites() {
        return List.copyOf(videoWrites);
    }

    /** The keys of the tombstones. */
    List<String> erased() {
        return List.copyOf(erased);
    }

    /** The keys of pictures that could not have been erased when they were written. */
    List<String> notErasable() {
        return List.copyOf(notErasable);
    }

    /** The newest records in the order in which their tracks began. */
    List<Appearance> appearances() {
        return appearances.values().stream()
                .sorted(Comparator.comparingLong(Appearance::number))
                .toList();
    }

    Map<String, ShotPicture> shots() {
        return Map.copyOf(shots);
    }

    Map<String, TrackedVideo> videos() {
        return Map.copyOf(videos);
    }
}
