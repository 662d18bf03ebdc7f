package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.MODEL;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.VIDEO;
import static io.faceline.contracts.golden.SampleValues.VISITOR;
import static io.faceline.contracts.golden.SampleValues.face;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sightings and tracks. */
final class SampleTracks {
    private static final TrackIdentity IS_ADA =
            new TrackIdentity(Decision.MATCH, ADA, 9, 11, 0.7123456789, 0.465, MODEL, 42);
    private static final TrackIdentity MAYBE_GRACE =
            new TrackIdentity(Decision.UNCERTAIN, GRACE, 1, 3, 0.44, 0.465, MODEL, 42);
    private static final TrackIdentity NOBODY = new TrackIdentity(Decision.UNKNOWN, null, 0, 0, null, 0.4, MODEL, -1);

    private SampleTracks() {}

    static Stream<GoldenRecord<Sighting>> sightings() {
        return Stream.of(GoldenRecord.cbor(
                TOPICS.sightings(),
                "of-a-video",
                VIDEO,
                new Sighting(ofAVideo(SampleMatches.matches()), ofAVideo(SampleFrames.embeddings()))));
    }

    private static <V> V ofAVideo(Stream<GoldenRecord<V>> records) {
        return Objects.requireNonNull(records.filter(record -> record.name().equals("probe-of-a-video"))
                .findFirst()
                .orElseThrow()
                .value());
    }

    static Stream<GoldenRecord<TrackUpdate>> tracks() {
        var ends = Arrays.stream(TrackEnd.values())
                .map(end -> track("end-" + end.name().toLowerCase(Locale.ROOT), TrackPhase.END, IS_ADA, null, end));
        return Stream.concat(
                Stream.of(
                        track("new", TrackPhase.NEW, NOBODY, null, null),
                        track("named", TrackPhase.UPDATE, IS_ADA, null, null),
                        track("unknown-phase", TrackPhase.UNKNOWN, IS_ADA, null, null),
                        track("corrected", TrackPhase.UPDATE, MAYBE_GRACE, ADA, null)),
                ends);
    }

    private static GoldenRecord<TrackUpdate> track(
            String name, TrackPhase phase, TrackIdentity identity, @Nullable PersonId former, @Nullable TrackEnd end) {
        // A camera's frames have no position.
        var first = look(40, phase == TrackPhase.NEW ? null : 8.0);
        var update = new TrackUpdate(
                TrackUpdate.id(first.frame(), 1),
                VIDEO,
                VISITOR,
                3,
                phase,
                52,
                first,
                look(52, 10.4),
                12,
                identity,
                former,
                shot(identity.person() == null ? List.of() : List.of(Reason.SMALL_FACE)),
                end);
        return GoldenRecord.json(TOPICS.tracks(), name, VIDEO, update);
    }

    private static TrackShot shot(List<Reason> reasons) {
        var quality = new Quality(0.8125, 152, 0.7071067811865476, 0.46, -12.75, 4.5, 0)
                .recognisable(0.85, reasons.isEmpty() ? Weakness.COVERED : null);
        return new TrackShot(FrameId.of(VIDEO, 47), 47, 9.4, face(0).box(), quality, 0.8125, reasons);
    }

    private static Look look(long sequence, @Nullable Double position) {
        return new Look(FrameId.of(VIDEO, sequence), sequence, position, SampleValues.CAPTURED);
    }
}
