package io.faceline.contracts.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.Blob;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobError;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Merge;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordSerdeTest {
    private static final Topics TOPICS = new Topics("");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final SessionId SESSION = SessionId.ofSecret("secret");
    private static final PersonId PERSON = new PersonId("p1");
    private static final Face FACE = new Face(
            0,
            new BoundingBox(0.1, 0.2, 0.3, 0.4),
            new Landmarks(
                    new Point(0.3, 0.3),
                    new Point(0.2, 0.3),
                    new Point(0.25, 0.4),
                    new Point(0.3, 0.5),
                    new Point(0.2, 0.5)),
            0.9,
            new Quality(0.8, 120, 0.7, 0.5, 1, 2, 3));
    private static final Embedding EMBEDDING = Embedding.normalised(new float[] {1, 2, 3, 4});
    private static final Reference REFERENCE =
            new Reference(new ReferenceId("job/1:0"), PERSON, EMBEDDING, "m", 0.8, NOW);
    private static final PersonPhoto PHOTO = new PersonPhoto(REFERENCE.id(), Blob.wrap(new byte[] {1, 2, 3}), 0.8, NOW);

    record Sample<V>(Topic<V> topic, V value) {
        @Override
        public String toString() {
            return topic.name() + " " + value.getClass().getSimpleName();
        }
    }

    static Stream<Sample<?>> samples() {
        var crop = new AlignedCrop(Blob.wrap(new byte[AlignedCrop.BYTES]));
        var roles = Stream.of(
                new Role.Probe(),
                new Role.Detect(),
                new Role.VerifyFrame(new FrameId("job/2")),
                new Role.VerifyPerson(PERSON),
                new Role.Enrollment(PERSON, "Ada", Scope.SESSION, false));
        var frames = roles.map(role -> new Sample<>(
                TOPICS.frames(Lane.BULK), new Frame(facts(role), Outcome.made(Blob.wrap(new byte[] {7})))));
        var changes = Stream.<Change>of(
                        new Change.DeletePerson("c1", SESSION, PERSON),
                        new Change.RenamePerson("c2", SESSION, PERSON, "Grace"),
                        new Change.MergePeople("c3", SESSION, PERSON, new PersonId("p2")),
                        new Change.UnmergePeople("c7", SESSION, PERSON),
                        new Change.PutReference("c4", SESSION, "Ada", REFERENCE, PHOTO),
                        new Change.KeepAlive("c5", SESSION),
                        new Change.EndSession("c6", SESSION))
                .map(change -> new Sample<>(TOPICS.changes(), change));
        var others = Stream.of(
                new Sample<>(
                        TOPICS.frames(Lane.LIVE),
                        new Frame(facts(new Role.Probe()), Outcome.dropped(DropReason.CANCELLED))),
                new Sample<>(
                        TOPICS.detections(Lane.LIVE),
                        new Detections(
                                facts(new Role.Probe()),
                                Outcome.made(new Faces<>(640, 480, List.of(new DetectedFace(FACE, crop)))))),
                new Sample<>(
                        TOPICS.embeddings(),
                        new Embeddings(
                                facts(new Role.Probe()),
                                "m",
                                Outcome.made(new Faces<>(
                                        640, 480, List.of(new EmbeddedFace(FACE, EMBEDDING, 3.5, PHOTO.cropJpeg())))))),
                new Sample<>(TOPICS.matches(), match()),
                new Sample<>(TOPICS.gallery(), REFERENCE),
                new Sample<>(TOPICS.people(), new Person(PERSON, "Zoë 王", SESSION, List.of(PHOTO), null, false, NOW)),
                new Sample<>(TOPICS.people(), merged()),
                new Sample<>(TOPICS.changeAnswers(), new ChangeAnswer("c1", SESSION, 4, null)),
                new Sample<>(TOPICS.sessions(), new SessionState(SESSION, NOW)),
                new Sample<>(
                        TOPICS.jobs(),
                        new Job(
                                "job-1",
                                SESSION,
                                "a1b2",
                                JobState.RUNNING,
                                NOW,
                                NOW,
                                new JobVideo(
                                        "a.mp4",
                                        "video/mp4",
                                        1,
                                        5,
                                        2.0,
                                        3,
                                        List.of(2L),
                                        new JobError("TIMEOUT", "why")))));
        return Stream.of(frames, changes, others).flatMap(some -> some);
    }

    private static Person merged() {
        var into = new PersonId("p2");
        return new Person(
                PERSON, "Zoë", SESSION, List.of(), into, false, NOW, new Merge(into, List.of(REFERENCE.id())));
    }

    private static FrameFacts facts(Role role) {
        return new FrameFacts(FrameId.of("job", 1), SESSION, role, "job", 1, NOW, 1.5, FrameFacts.ANY_GALLERY);
    }

    private static Match match() {
        var identification = new Identification(
                Decision.MATCH, List.of(new Candidate(PERSON, Scope.SESSION, 0.7)), 0.7, 0.95, List.of());
        return new Match(
                facts(new Role.Probe()),
                Outcome.made(new Faces<>(640, 480, List.of(new MatchedFace(FACE, identification)))),
                "m",
                new Thresholds(0.48, 0.4, 0.05, 0.41),
                3,
                NOW,
                null,
                null);
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V> void roundTrip_equals(Sample<V> sample) {
        var bytes = write(sample);

        assertThat(read(sample.topic(), bytes)).isEqualTo(sample.value());
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V> void truncatedInput_throws(Sample<V> sample) {
        var bytes = write(sample);
        var cut = Arrays.copyOf(bytes, bytes.length / 2);

        assertThatThrownBy(() -> read(sample.topic(), cut)).isInstanceOf(SerializationException.class);
    }

    @Test
    void tombstone_isNull() {
        assertThat(read(TOPICS.gallery(), null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V> void emptyObject_isNoRecord(Sample<V> sample) {
        var json = sample.topic()
                .name()
                .matches(
                        "matches|tracks|tracked-frames|tracked-videos|appearances|corrections|sessions|change-answers|jobs");
        var empty = json ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[] {(byte) 0xa0};

        assertThatThrownBy(() -> read(sample.topic(), empty)).isInstanceOf(SerializationException.class);
    }

    @Test
    void unknownFields_areIgnored() {
        var json = "{\"changeId\":\"c\",\"session\":\"shared\",\"galleryVersion\":1,\"error\":null,\"later\":true}";

        var answer = read(TOPICS.changeAnswers(), json.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.isMade()).isTrue();
    }

    @Test
    void match_isReadableJson() {
        var json = new String(write(new Sample<>(TOPICS.matches(), match())), StandardCharsets.UTF_8);

        assertThat(json)
                .startsWith(
                        "{\"facts\":{\"id\":\"job/1\",\"session\":\"" + SESSION + "\",\"role\":{\"kind\":\"probe\"}")
                .contains(
                        "\"outcome\":{\"kind\":\"made\",\"value\":{\"imageWidth\":640,\"imageHeight\":480,\"faces\":[")
                .contains(
                        "\"decision\":\"match\",\"candidates\":[{\"person\":\"p1\",\"scope\":\"session\",\"similarity\":0.7}]")
                .contains("\"answeredAt\":\"2026-01-02T03:04:05.678Z\"")
                .doesNotContain("isAccepted");
    }

    @Test
    void enrollmentName_neverReachesMatches() {
        var role = new Role.Enrollment(PERSON, "Ada Lovelace", Scope.SESSION, false);
        var answer = new Match(
                facts(role),
                Outcome.failed(FailureCode.EMPTY_FILE, "empty"),
                "m",
                new Thresholds(0.48, 0.4, 0.05, 0.41),
                -1,
                NOW,
                EnrollmentAnswer.rejected(PERSON, List.of(Rejection.UNREADABLE)),
                null);

        assertThat(new String(write(new Sample<>(TOPICS.matches(), answer)), StandardCharsets.UTF_8))
                .doesNotContain("Ada");
    }

    @Test
    void person_withoutTheMergeField_isReadable() throws IOException {
        var old = Map.of(
                "id", "p1",
                "name", "",
                "session", "shared",
                "photos", List.of(),
                "mergedInto", "p2",
                "deleted", false,
                "changedAt", NOW.toString());

        var person = read(TOPICS.people(), Mappers.CBOR.writeValueAsBytes(old));

        assertThat(person.mergedInto()).isEqualTo(new PersonId("p2"));
        assertThat(person.lastMerge()).isNull();
    }

    private static <V> byte[] write(Sample<V> sample) {
        return sample.topic().valueSerde().serializer().serialize("t", sample.value());
    }

    private static <V> V read(Topic<V> topic, byte[] bytes) {
        return topic.valueSerde().deserializer().deserialize("t", bytes);
    }
}
