package io.faceline.tracker;

import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.runtime.store.Table;
import io.faceline.tracking.BestShot;
import io.faceline.tracking.SourceTracking;
import io.faceline.tracking.TrackSnapshot;
import io.faceline.tracking.video.VideoPeople;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The appearances and shots of a video that is being tracked: writes what changes. Not thread-safe. */
final class VideoAppearances {
    private final String job;
    private final TrackerTables tables;
    private final AppearanceWriter writer;
    private VideoPeople people = new VideoPeople();
    /** The shots of open tracks, as written last, by the key of their picture. */
    private final Map<String, BestShot> shots = new HashMap<>();

    private long version;

    /** @param thresholds by which the tracks that ended before are compared; empty if there are none */
    VideoAppearances(String job, TrackerTables tables, AppearanceWriter writer, Optional<Thresholds> thresholds) {
        this.job = job;
        this.tables = tables;
        this.writer = writer;
        this.version =
                written().values().stream().mapToLong(Appearance::version).max().orElse(0);
        thresholds.ifPresent(this::rebuild);
    }

    private Map<String, Appearance> written() {
        return tables.appearances().withPrefix(Appearance.prefix(job));
    }

    private void rebuild(Thresholds thresholds) {
        people = new VideoPeople();
        tables.ended().withPrefix(Appearance.prefix(job)).values().stream()
                .sorted(Comparator.comparing(
                                (TrackSnapshot track) -> track.update().revision())
                        .thenComparing(track -> track.update().number()))
                .forEach(track -> people.add(track, thresholds));
    }

    /** The version of the newest appearance. */
    long version() {
        return version;
    }

    void ended(TrackSnapshot track, Thresholds thresholds) {
        writeShots(track);
        shotKeys(track).forEach(shots::remove);
        var lean = track.withoutPictures();
        tables.ended().write(key(track), lean);
        people.add(lean, thresholds);
    }

    /** Erases the pictures of open tracks whose appearance may not be written yet. */
    void eraseShots(List<TrackSnapshot> open) {
        open.forEach(track -> writer.eraseShots(key(track)));
    }

    /** Forgets who was deleted, in the tracks that ended. */
    void forget(Predicate<PersonId> gone, Thresholds thresholds) {
        var known = tables.ended().withPrefix(Appearance.prefix(job));
        known.values().removeIf(track -> !track.isOf(gone));
        known.forEach((key, track) -> {
            writer.eraseShots(key);
            tables.ended().write(key, track.unknown());
        });
        // Comparing all tracks again takes long.
        if (!known.isEmpty()) {
            rebuild(thresholds);
        }
    }

    /** Writes the appearances and shots that changed: an appearance first, since it says which shots may be there. */
    void write(SourceTracking tracking) {
        var open = tracking.open();
        var written = written();
        tracking.thresholds()
                .map(thresholds -> people.appearances(open, thresholds))
                .orElse(List.of())
                .forEach(now -> write(now, Optional.ofNullable(written.get(now.key()))));
        open.forEach(this::writeShots);
    }

    private void write(Appearance now, Optional<Appearance> before) {
        if (before.filter(known -> known.equals(now.at(known.version()))).isEmpty()) {
            version++;
            writer.write(now.at(version));
        }
    }

    private void writeShots(TrackSnapshot track) {
        track.shots().byKind().forEach((kind, shot) -> {
            var key = ShotPicture.key(key(track), kind);
            var picture = shot.cropJpeg();
            // The picture of a frame before a restart is gone: what was written stays.
            if (picture != null && !shot.withoutPicture().equals(shots.put(key, shot.withoutPicture()))) {
                writer.write(key, new ShotPicture(picture));
            }
        });
    }

    private Stream<String> shotKeys(TrackSnapshot track) {
        return track.shots().byKind().keySet().stream().map(kind -> ShotPicture.key(key(track), kind));
    }

    private String key(TrackSnapshot track) {
        return Appearance.key(job, track.update().id());
    }

    /** No track is added or compared any more. */
    void complete() {
        Table<TrackSnapshot> ended = tables.ended();
        ended.withPrefix(Appearance.prefix(job)).keySet().forEach(ended::remove);
    }
}
