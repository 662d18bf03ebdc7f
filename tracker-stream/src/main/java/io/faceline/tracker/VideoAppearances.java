package io.faceline.tracker;

import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.tracking.BestShot;
import io.faceline.tracking.Overrides;
import io.faceline.tracking.SourceTracking;
import io.faceline.tracking.TrackSnapshot;
import io.faceline.tracking.video.VideoPeople;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The appearances and shots of a video that is being tracked: writes what changes. Not thread-safe. */
final class VideoAppearances {
    private final String job;
    private final TrackerTables tables;
    private final AppearanceWriter writer;
    private final SourceTracking tracking;
    private final Overrides overrides;
    private VideoPeople people = new VideoPeople();
    /** The shots of open tracks, as written last, by the key of their picture. */
    private final Map<String, BestShot> shots = new HashMap<>();

    /** The order of the next track that ends. */
    private long order;

    private long version;

    VideoAppearances(
            String job, TrackerTables tables, AppearanceWriter writer, SourceTracking tracking, Overrides overrides) {
        this.job = job;
        this.tables = tables;
        this.writer = writer;
        this.tracking = tracking;
        this.overrides = overrides;
        this.version = newest();
        tracking.thresholds().ifPresent(this::rebuild);
    }

    /** The newest version that was written: a crash may have kept the record of the video and not its appearances. */
    private long newest() {
        var appearances = writer.written(job).values().stream().mapToLong(Appearance::version);
        var video = tables.videos().read(job).stream().mapToLong(TrackedVideo::version);
        return LongStream.concat(appearances, video).max().orElse(0);
    }

    private Map<String, EndedTrack> endedTracks() {
        return tables.ended().withPrefix(Appearance.prefix(job));
    }

    private void rebuild(Thresholds thresholds) {
        people = new VideoPeople();
        order = 0;
        endedTracks().values().stream()
                // After a crash the table may have tracks that are open again.
                .filter(ended -> tracking.hasEnded(ended.track().update().number()))
                .sorted(Comparator.comparingLong(EndedTrack::order))
                .forEach(ended -> {
                    people.add(corrected(ended.track()), thresholds);
                    order = ended.order() + 1;
                });
    }

    private TrackSnapshot corrected(TrackSnapshot track) {
        return track.correctedBy(overrides.correction(track.update().id()));
    }

    /** Does as was said by hand, in the tracks that ended. */
    void correct() {
        tracking.thresholds().ifPresent(this::rebuild);
    }

    /** The version of the newest appearance. */
    long version() {
        return version;
    }

    void ended(TrackSnapshot track) {
        var lean = track.withoutPictures();
        tables.ended().write(key(track), new EndedTrack(order, lean));
        order++;
        writeShots(track);
        shotKeys(track).forEach(shots::remove);
        people.add(lean, tracking.thresholds().orElseThrow());
    }

    /** Writes a track that began, at once: pictures are not kept over a restart. All others are not compared again for it. */
    void began(TrackSnapshot track) {
        version = newest();
        write(VideoPeople.begun(track), Optional.ofNullable(writer.written(job).get(key(track))));
        writeShots(track);
    }

    /** Erases the pictures of open tracks, whatever is written of these. */
    void eraseShots(List<TrackSnapshot> open) {
        open.forEach(track -> writer.eraseShots(key(track)));
    }

    /** Forgets who was deleted, in the tracks that ended. */
    void forget(Predicate<PersonId> gone) {
        var known = endedTracks();
        known.values().removeIf(ended -> !ended.track().isOf(gone));
        known.forEach((key, ended) -> {
            writer.eraseShots(key);
            tables.ended()
                    .write(key, new EndedTrack(ended.order(), ended.track().unknown()));
        });
        // Comparing all tracks again takes long.
        if (!known.isEmpty()) {
            tracking.thresholds().ifPresent(this::rebuild);
        }
    }

    /** Writes the appearances and shots that changed: an appearance first, since it says which shots may be there. */
    void write() {
        var open = tracking.open();
        var written = writer.written(job);
        version = newest();
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
        writer.complete(job);
    }
}
