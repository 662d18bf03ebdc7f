package io.faceline.matcher;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.contracts.session.SessionMark;
import io.faceline.matcher.decision.VerificationSide;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Entries of every store that has a changelog, in the forms that commit 3b1ed28 wrote. A new case gets a new sample; the
 * samples that are there stay.
 */
final class SampleStores {
    /** What {@link GoldenFixtures#enrollment} of frame e/1 writes. */
    static final GoldenRecord<SessionEnrollments> ENROLLED =
            enrollments("one-reference", "anna|e/1:0", new SessionEnrollments(List.of(reference("e/1:0", 1))));
    /** What the first frame of a pair writes. */
    static final GoldenRecord<VerificationSide> WAITING = verification("waiting", side(GoldenFixtures.human(1), null));

    static final GoldenRecord<Long> SEEN = lastSeen("seen", GoldenFixtures.NOW.toEpochMilli());

    /** Counts as last seen when it is needed no more after 8 days and 2 hours, less the expiry of a day. */
    static final GoldenRecord<Long> MARKED = lastSeen(
            "mark-of-ended",
            SessionMark.ENDED.keyOf(GoldenFixtures.ANNA),
            GoldenFixtures.NOW
                    .plus(Duration.ofDays(7))
                    .plus(Duration.ofHours(2))
                    .toEpochMilli());

    /** Since references keep the length of the embedder's output. */
    private static final Reference WITH_RAW_LENGTH = new Reference(
            new ReferenceId("e/1:0"),
            new PersonId("ada"),
            GoldenFixtures.human(1),
            GoldenFixtures.MODEL,
            0.9,
            GoldenFixtures.NOW,
            3.7265625);

    private SampleStores() {}

    static List<GoldenRecord<?>> all() {
        return Stream.<Stream<? extends GoldenRecord<?>>>of(
                        enrollments(), Stream.of(SEEN, MARKED, lastSeen("ended", null)), verifications())
                .<GoldenRecord<?>>flatMap(some -> some)
                .toList();
    }

    private static Stream<GoldenRecord<SessionEnrollments>> enrollments() {
        // From 24 on CBOR writes the length of an array in a byte of its own.
        var many = IntStream.range(0, 24)
                .mapToObj(n -> reference("job/" + n + ":0", n % 4))
                .toList();
        return Stream.of(
                ENROLLED,
                enrollments(
                        "one-reference-with-raw-length",
                        "anna|e/1:0",
                        new SessionEnrollments(List.of(WITH_RAW_LENGTH))),
                enrollments("no-reference", SessionEnrollments.NONE),
                enrollments("many-references", new SessionEnrollments(many)),
                enrollments("ended", null));
    }

    private static Stream<GoldenRecord<VerificationSide>> verifications() {
        var loss = "DAMAGED_IMAGE: The JPEG is cut off, a part of the picture is missing: send it again.";
        return Stream.of(
                WAITING,
                // Since faces have the length of the embedder's output.
                verification("waiting-with-raw-length", side(GoldenFixtures.human(1), null, 3.7265625)),
                verification("no-face", side(null, null)),
                verification("lost", side(null, loss)),
                verification("expired", null));
    }

    private static VerificationSide side(@Nullable Embedding embedding, @Nullable String loss) {
        return side(embedding, loss, null);
    }

    private static VerificationSide side(
            @Nullable Embedding embedding, @Nullable String loss, @Nullable Double rawLength) {
        return new VerificationSide(
                new FrameId("v/1"),
                new FrameId("v/2"),
                GoldenFixtures.ANNA,
                GoldenFixtures.MODEL,
                embedding,
                loss,
                GoldenFixtures.NOW,
                rawLength);
    }

    private static Reference reference(String id, int human) {
        return GoldenFixtures.reference(id, "ada", GoldenFixtures.human(human));
    }

    /** As earlier versions stored them: a session's references in one entry. */
    private static GoldenRecord<SessionEnrollments> enrollments(String name, @Nullable SessionEnrollments value) {
        return enrollments(name, "anna", value);
    }

    private static GoldenRecord<SessionEnrollments> enrollments(
            String name, String key, @Nullable SessionEnrollments value) {
        var serde = RecordSerde.cbor(SessionEnrollments.class);
        return new GoldenRecord<>(MatcherTopology.ENROLLMENTS, name, "cbor", key, value, serde);
    }

    private static GoldenRecord<Long> lastSeen(String name, @Nullable Long millis) {
        return lastSeen(name, "anna", millis);
    }

    private static GoldenRecord<Long> lastSeen(String name, String key, @Nullable Long millis) {
        return new GoldenRecord<>(MatcherTopology.LAST_SEEN, name, "bin", key, millis, Serdes.Long());
    }

    private static GoldenRecord<VerificationSide> verification(String name, @Nullable VerificationSide side) {
        return new GoldenRecord<>(
                MatcherTopology.VERIFICATIONS,
                name,
                "cbor",
                "anna|v/1",
                side,
                RecordSerde.cbor(VerificationSide.class));
    }
}
