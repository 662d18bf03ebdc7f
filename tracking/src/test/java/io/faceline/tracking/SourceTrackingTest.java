package io.faceline.tracking;

import static io.faceline.tracking.TestVideo.ANNA;
import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTrackingTest {
    private static final double STEP = 0.2;

    private final TestVideo video = new TestVideo(3);
    private final Embedding lin = video.somebody();
    private final SourceTracking tracking = new SourceTracking(SourceTracking.State.EMPTY);
    private final List<TrackUpdate> updates = new ArrayList<>();
    private final List<TrackPicture> pictures = new ArrayList<>();
    private long sequence;

    @Test
    void trackBegins_isReported_withTheIdOfItsFirstFace() {
        next(lin().match(LIN, 0.6, 0.5));

        assertThat(updates).singleElement().satisfies(update -> {
            assertThat(update.id()).isEqualTo("job-1/0/0");
            assertThat(update.phase()).isEqualTo(TrackPhase.NEW);
            assertThat(update.source()).isEqualTo("job-1");
            assertThat(update.session()).isEqualTo(TestVideo.SESSION);
            assertThat(update.number()).isEqualTo(1);
            assertThat(update.identity().decision()).isEqualTo(Decision.UNCERTAIN);
            assertThat(update.identity().person()).isEqualTo(LIN);
            assertThat(update.identity().goodLooks()).isEqualTo(1);
        });
    }

    @Test
    void name_isReportedOnce_andTheTimeSeenEverySecond() {
        for (var frame = 0; frame < 16; frame++) {
            next(lin().match(LIN, 0.6, 0.6));
        }

        assertThat(updates)
                .filteredOn(update -> update.phase() == TrackPhase.UPDATE)
                .hasSize(3);
        assertThat(updates).extracting(TrackUpdate::revision).containsExactly(0L, 1L, 6L, 11L);
        assertThat(updates.get(1).identity().decision()).isEqualTo(Decision.MATCH);
        assertThat(updates.get(1).identity().matches()).isEqualTo(2);
        assertThat(updates.get(3).identity().goodLooks()).isEqualTo(12);
    }

    @Test
    void betterShot_isReported_aHardlyBetterOneIsNot() {
        next(lin().score(0.6));
        next(lin().score(0.62));
        next(lin().score(0.8));

        assertThat(updates).extracting(TrackUpdate::revision).containsExactly(0L, 2L);
        assertThat(updates.get(1).shot().sequence()).isEqualTo(2);
    }

    @Test
    void nameThatTurnsOutWrong_isTakenBack_andSaidSo() {
        next(lin().match(ANNA, 0.6, 0.6));
        next(lin().match(ANNA, 0.6, 0.6));
        for (var frame = 0; frame < 20; frame++) {
            next(lin().match(LIN, 0.7, 0.95));
        }

        assertThat(updates.get(1).identity().person()).isEqualTo(ANNA);
        assertThat(updates.stream().filter(update -> update.former() != null))
                .singleElement()
                .satisfies(update -> assertThat(update.former()).isEqualTo(ANNA));
        assertThat(updates.get(updates.size() - 1).identity().person()).isEqualTo(LIN);
    }

    @Test
    void lostFrames_endNoTrack_butTheTimeThatPasses() {
        next(lin());
        for (var frame = 0; frame < 9; frame++) {
            updates.addAll(
                    tracking.accept(TestVideo.lost(sequence, STEP * sequence++)).updates());
        }
        assertThat(updates).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW);

        sequence += 5;
        next();

        assertThat(updates).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW, TrackPhase.END);
        assertThat(updates.get(1).end()).isEqualTo(TrackEnd.LOST);
        assertThat(updates.get(1).last().sequence()).isZero();
    }

    @Test
    void end_reportsEachOpenTrackOnce_andLeavesNone() {
        next(lin(), TestFace.at(0.7, 0.4, video.somebody()));

        var ended = tracking.end(TrackEnd.SOURCE_SILENT).updates();

        assertThat(ended).extracting(TrackUpdate::phase).containsExactly(TrackPhase.END, TrackPhase.END);
        assertThat(ended).extracting(TrackUpdate::end).containsOnly(TrackEnd.SOURCE_SILENT);
        assertThat(tracking.end(TrackEnd.SOURCE_SILENT).updates()).isEmpty();
    }

    /** A film that shows other faces in each frame must not grow the state, which is one record. */
    @Test
    void openTracks_areBounded_crowd() throws IOException {
        for (var frame = 0; frame < 8; frame++) {
            var crowd = IntStream.range(0, 100)
                    .mapToObj(n -> TestFace.at(0.01 * (n % 90), 0.01 * (n / 2), video.somebody()))
                    .toArray(TestFace[]::new);
            updates.addAll(tracking.accept(TestVideo.frame(sequence, 0.1 * sequence++, crowd))
                    .updates());
        }

        assertThat(tracking.state().reported()).hasSize(FaceTracker.MAX_OPEN);
        assertThat(updates)
                .filteredOn(update -> update.phase() == TrackPhase.NEW)
                .hasSize(800);
        assertThat(updates)
                .filteredOn(update -> update.phase() == TrackPhase.END)
                .hasSize(300);
        assertThat(Mappers.CBOR.writeValueAsBytes(tracking.state())).hasSizeLessThan(4 << 20);
    }

    @Test
    void nameOfSomebodyDeleted_isTakenBack_andNotGivenAgain() {
        var gone = new HashSet<PersonId>();
        var forgetting = new SourceTracking(SourceTracking.State.EMPTY, new Overrides() {
            @Override
            public boolean isGone(PersonId person) {
                return gone.contains(person);
            }

            @Override
            public @Nullable Correction correction(String track) {
                return null;
            }
        });
        for (var frame = 0; frame < 5; frame++) {
            updates.addAll(forgetting
                    .accept(TestVideo.frame(
                            frame, STEP * frame, lin().match(LIN, 0.7, 0.9).resembling("near")))
                    .updates());
        }
        assertThat(updates.get(updates.size() - 1).identity().person()).isEqualTo(LIN);

        gone.add(LIN);
        var changes = forgetting.forgetGone();
        var forgotten = changes.updates();
        var after = forgetting
                .accept(TestVideo.frame(5, STEP * 5, lin().match(LIN, 0.7, 0.9)))
                .frame();

        assertThat(forgotten).singleElement().satisfies(update -> {
            assertThat(update.identity().decision()).isEqualTo(Decision.UNKNOWN);
            assertThat(update.former()).isNull();
            assertThat(update.identity().reference()).isNull();
        });
        assertThat(changes.pictures()).isEmpty();
        assertThat(after.tracks().get(0).decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(forgetting.forgetGone().updates()).isEmpty();
    }

    @Test
    void identity_hasTheReferenceOfTheMostSimilarFrame() {
        next(lin().match(LIN, 0.6, 0.9).resembling("near"));
        next(lin().match(LIN, 0.8, 0.9).resembling("nearest"));
        next(lin().match(LIN, 0.7, 0.9).resembling("later"));
        next(lin().match(LIN, 0.9, 0.9));

        assertThat(tracking.end(TrackEnd.LOST).updates())
                .extracting(update -> update.identity().reference())
                .containsExactly(new ReferenceId("nearest"));
    }

    /** One is as similar as the other, and stands for both. */
    @Test
    void referenceOfSomebodyElse_ofTheSameName_isNotTold() {
        next(lin().matchBeside(LIN, ANNA, 0.6).resembling("lin-1"));
        next(lin().matchBeside(ANNA, LIN, 0.8).resembling("anna-1"));

        var identity = tracking.end(TrackEnd.LOST).updates().get(0).identity();

        assertThat(identity.person()).isEqualTo(LIN);
        assertThat(identity.similarity()).isEqualTo(0.8);
        assertThat(identity.reference()).isEqualTo(new ReferenceId("lin-1"));
    }

    @Test
    void unknown_hasNoReference() {
        next(lin());

        assertThat(updates.get(0).identity().reference()).isNull();
    }

    /** As an earlier version wrote it. */
    @Test
    void stateWithoutReferences_isRead() throws IOException {
        next(lin().match(LIN, 0.6, 0.9).resembling("near"));
        var state = Mappers.CBOR.readTree(Mappers.CBOR.writeValueAsBytes(tracking.state()));
        state.findParents("reference").forEach(parent -> ((ObjectNode) parent).remove("reference"));
        var written = Mappers.CBOR.writeValueAsBytes(state);

        var restarted = new SourceTracking(Mappers.CBOR.readValue(written, SourceTracking.State.class));

        assertThat(restarted.end(TrackEnd.LOST).updates()).singleElement().satisfies(update -> {
            assertThat(update.identity().person()).isEqualTo(LIN);
            assertThat(update.identity().reference()).isNull();
        });
    }

    @Test
    void picture_comesOnce_withTheUpdateThatHasItsShot() {
        for (var frame = 0; frame < 16; frame++) {
            next(lin().score(0.8));
        }
        assertThat(pictures).extracting(TrackPicture::frame).containsExactly(new FrameId("job-1/0"));

        next(lin().score(0.99));

        assertThat(pictures)
                .extracting(TrackPicture::frame)
                .containsExactly(new FrameId("job-1/0"), new FrameId("job-1/16"));
        assertThat(pictures).extracting(TrackPicture::track).containsOnly("job-1/0/0");
        assertThat(pictures)
                .extracting(TrackPicture::frame)
                .contains(updates.get(updates.size() - 1).shot().frame());
    }

    @Test
    void hardlyBetterShot_hasItsPictureWithTheNextUpdate_orTheLast() {
        next(lin().score(0.6));
        next(lin().score(0.62));
        assertThat(pictures).hasSize(1);
        for (var frame = 2; frame < 6; frame++) {
            next(lin().score(0.5));
        }
        assertThat(pictures)
                .extracting(TrackPicture::frame)
                .containsExactly(new FrameId("job-1/0"), new FrameId("job-1/1"));

        next(lin().score(0.63));
        var last = tracking.end(TrackEnd.SOURCE_SILENT);

        assertThat(last.pictures()).extracting(TrackPicture::frame).containsExactly(new FrameId("job-1/6"));
        assertThat(last.updates().get(0).shot().frame()).isEqualTo(new FrameId("job-1/6"));
    }

    /** As a camera that is set to a frame a second delivers them: by the second, and a little early or late. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.04, 0.07})
    void stillFace_keepsItsTrack_atAFrameASecond(double unsteady) {
        var random = new Random(1);
        for (var second = 0; second <= 60; second++) {
            var at = 1_764_000_000 + second + unsteady * (2 * random.nextDouble() - 1);
            take(tracking.accept(TestVideo.frame(sequence++, at, lin())));
        }

        assertThat(updates).extracting(TrackUpdate::number).containsOnly(1L);
        assertThat(updates).extracting(TrackUpdate::revision).containsExactlyElementsOf(sequences(61));
    }

    @Test
    void stillFace_keepsItsTrack_atAFrameASecond_ifOneOfThemFailsNowAndThen() {
        for (var second = 0; second <= 60; second++) {
            var faces = second % 3 == 2 ? new TestFace[0] : new TestFace[] {lin()};
            var late = second % 3 == 0 ? 0.1 : 0;
            take(tracking.accept(TestVideo.frame(sequence++, 1_764_000_000 + second + late, faces)));
        }

        assertThat(updates).extracting(TrackUpdate::number).containsOnly(1L);
        assertThat(tracking.openTracks()).isEqualTo(1);
    }

    private static List<Long> sequences(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    @Test
    void track_hasEnded_onceItBeganAndDoesNotContinue() {
        assertThat(tracking.hasEnded(1)).isFalse();
        next(lin());
        assertThat(tracking.hasEnded(1)).isFalse();

        tracking.end(TrackEnd.SOURCE_SILENT);

        assertThat(tracking.hasEnded(1)).isTrue();
        assertThat(tracking.hasEnded(2)).isFalse();
    }

    /** As after a restart at any frame. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anotherGoesOn_fromTheWrittenState(int seed) throws IOException {
        var random = new Random(seed);
        var people = List.of(video.somebody(), video.somebody(), video.somebody());
        var restarted = new SourceTracking(SourceTracking.State.EMPTY);
        for (var n = 0; n < 60; n++) {
            var frame = TestVideo.frame(n, STEP * n, faces(people, random));

            var expected = tracking.accept(frame);
            var actual = restarted.accept(frame);

            assertThat(withoutPictures(actual)).isEqualTo(withoutPictures(expected));
            assertThat(expected.changes().pictures())
                    .containsAll(actual.changes().pictures());
            var written = Mappers.CBOR.writeValueAsBytes(restarted.state());
            restarted = new SourceTracking(Mappers.CBOR.readValue(written, SourceTracking.State.class));
        }
    }

    private static SourceTracking.Step withoutPictures(SourceTracking.Step step) {
        var ended = step.changes().ended().stream()
                .map(TrackSnapshot::withoutPictures)
                .toList();
        return new SourceTracking.Step(step.frame(), new SourceTracking.Changes(step.updates(), ended, List.of()));
    }

    private TestFace[] faces(List<Embedding> people, Random random) {
        return people.stream()
                .filter(person -> random.nextInt(4) > 0)
                .map(person -> face(person, people.indexOf(person), random))
                .toArray(TestFace[]::new);
    }

    private TestFace face(Embedding person, int number, Random random) {
        var face = TestFace.at(0.1 + 0.25 * number, 0.4, video.again(person, 0.8));
        return switch (random.nextInt(4)) {
            case 0 -> face.match(number == 0 ? LIN : ANNA, 0.6, 0.9);
            case 1 -> face.matchBeside(LIN, ANNA, 0.6);
            case 2 -> face.poor();
            default -> face;
        };
    }

    private TestFace lin() {
        return TestFace.at(0.3, 0.4, video.again(lin, 0.8));
    }

    private void next(TestFace... faces) {
        take(tracking.accept(TestVideo.frame(sequence, STEP * sequence++, faces)));
    }

    private void take(SourceTracking.Step step) {
        updates.addAll(step.updates());
        pictures.addAll(step.changes().pictures());
    }
}
