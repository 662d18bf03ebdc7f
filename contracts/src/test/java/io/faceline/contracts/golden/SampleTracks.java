package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.MODEL;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.VIDEO;
import static io.faceline.contracts.golden.SampleValues.VISITOR;
import static io.faceline.contracts.golden.SampleValues.face;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.Likeness;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sightings, tracks and what is made from them. */
final class SampleTracks {
    private static final TrackIdentity IS_ADA =
            new TrackIdentity(Decision.MATCH, ADA, 9, 11, 0.7123456789, 0.465, MODEL, 42);
    private static final TrackIdentity RESEMBLING = new TrackIdentity(
            Decision.MATCH,
            ADA,
            9,
            11,
            0.7123456789,
            0.465,
            MODEL,
            42,
            null,
            new ReferenceId(SampleValues.PHOTO + "/0:0"));
    private static final TrackIdentity MAYBE_GRACE =
            new TrackIdentity(Decision.UNCERTAIN, GRACE, 1, 3, 0.44, 0.465, MODEL, 42);
    private static final TrackIdentity NOBODY = new TrackIdentity(Decision.UNKNOWN, null, 0, 0, null, 0.4, MODEL, -1);

    private static final Correction NOT_ADA =
            new Correction(VISITOR, VIDEO, VIDEO + "/40/1", List.of(ADA), null, SampleValues.ANSWERED);
    private static final Correction IS_GRACE =
            new Correction(VISITOR, VIDEO, VIDEO + "/40/1", List.of(), GRACE, SampleValues.ANSWERED);

    private SampleTracks() {}

    static Stream<GoldenRecord<Correction>> corrections() {
        return Stream.of(
                GoldenRecord.json(TOPICS.corrections(), "not", NOT_ADA.key(), NOT_ADA),
                GoldenRecord.json(TOPICS.corrections(), "is", IS_GRACE.key(), IS_GRACE),
                GoldenRecord.json(TOPICS.corrections(), "taken-back", NOT_ADA.key(), null));
    }

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
                        track("resembling-a-reference", TrackPhase.UPDATE, RESEMBLING, null, null),
                        track(
                                "corrected-resembling-a-reference",
                                TrackPhase.UPDATE,
                                RESEMBLING.correctedBy(NOT_ADA),
                                ADA,
                                null),
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

    static Stream<GoldenRecord<TrackedFrame>> trackedFrames() {
        var answered = ofAVideo(SampleMatches.matches());
        var id = TrackUpdate.id(look(40, 8.0).frame(), 1);
        var lost = SampleMatches.matches()
                .filter(record -> record.name().equals("dropped-stale"))
                .findFirst()
                .orElseThrow()
                .value();
        return Stream.of(
                trackedFrame("named", answered, new FaceTrack(id, 3, Decision.MATCH, ADA)),
                trackedFrame("uncertain", answered, new FaceTrack(id, 3, Decision.UNCERTAIN, GRACE)),
                trackedFrame("unknown", answered, new FaceTrack(id, 3, Decision.UNKNOWN, null)),
                trackedFrame("lost", Objects.requireNonNull(lost)));
    }

    private static GoldenRecord<TrackedFrame> trackedFrame(String name, Match match, FaceTrack... tracks) {
        return GoldenRecord.json(TOPICS.trackedFrames(), name, VIDEO, new TrackedFrame(match, List.of(tracks)));
    }

    static Stream<GoldenRecord<TrackedVideo>> trackedVideos() {
        return Stream.of(
                GoldenRecord.json(
                        TOPICS.trackedVideos(),
                        "begun",
                        VIDEO,
                        new TrackedVideo(VIDEO, VISITOR, 0, 0, 0, 0, -1, 0, false)),
                GoldenRecord.json(
                        TOPICS.trackedVideos(),
                        "complete",
                        VIDEO,
                        new TrackedVideo(VIDEO, VISITOR, 298, 3, 412, 300, 299, 17, true)),
                GoldenRecord.json(TOPICS.trackedVideos(), "erased", VIDEO, null));
    }

    static Stream<GoldenRecord<Appearance>> appearances() {
        var first = TrackUpdate.id(look(40, 8.0).frame(), 1);
        return Stream.of(
                appearance("named", true, IS_ADA, null, true, null),
                appearance("corrected", false, IS_ADA.correctedBy(NOT_ADA), null, true, null),
                appearance("corrected-unknown", false, NOBODY.correctedBy(IS_GRACE), first, true, null),
                appearance("uncertain", false, MAYBE_GRACE, null, false, null),
                appearance("unknown", false, NOBODY, first, true, null),
                appearance("like-somebody", false, NOBODY, first, true, new Likeness(ADA, 0.3712)),
                GoldenRecord.json(TOPICS.appearances(), "erased", Appearance.key(VIDEO, first), null));
    }

    private static GoldenRecord<Appearance> appearance(
            String name,
            boolean isOpen,
            TrackIdentity identity,
            @Nullable String group,
            boolean isClear,
            @Nullable Likeness like) {
        var first = look(40, 8.0);
        var shot = shot(List.of(Reason.SMALL_FACE));
        var appearance = new Appearance(
                TrackUpdate.id(first.frame(), 1),
                VIDEO,
                VISITOR,
                3,
                17,
                isOpen,
                first,
                look(52, 10.4),
                12,
                identity,
                shot,
                shot(List.of()),
                shot,
                group,
                isClear,
                like);
        return GoldenRecord.json(TOPICS.appearances(), name, appearance.key(), appearance);
    }

    static Stream<GoldenRecord<ShotPicture>> shots() {
        var appearance = Appearance.key(VIDEO, TrackUpdate.id(look(40, 8.0).frame(), 1));
        var picture = new ShotPicture(Blob.wrap(new byte[] {-1, -40, 1, 2, 3}));
        return Stream.of(
                GoldenRecord.cbor(TOPICS.shots(), "best", ShotPicture.key(appearance, ShotPicture.Kind.BEST), picture),
                GoldenRecord.cbor(TOPICS.shots(), "erased", ShotPicture.key(appearance, ShotPicture.Kind.LAST), null));
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
