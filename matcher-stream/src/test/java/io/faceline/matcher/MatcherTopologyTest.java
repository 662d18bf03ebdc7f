package io.faceline.matcher;

import static io.faceline.matcher.Sample.ANNA;
import static io.faceline.matcher.Sample.BERT;
import static io.faceline.matcher.Sample.embedded;
import static io.faceline.matcher.Sample.enrollment;
import static io.faceline.matcher.Sample.facts;
import static io.faceline.matcher.Sample.frame;
import static io.faceline.matcher.Sample.human;
import static io.faceline.matcher.Sample.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MatcherTopologyTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EVE = new PersonId("eve");

    private final Driver driver = new Driver(Sample.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topology_isTheExpectedOne() throws IOException {
        var topology =
                MatcherTopology.build(Driver.TOPICS, List.of(Sample.FACTS), Sample.SETTINGS, new MatcherMetrics());

        try (var in = getClass().getResourceAsStream("expected-topology.txt")) {
            assertThat(topology.describe().toString())
                    .isEqualToNormalizingNewlines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void probe_isUnknownWithAnEmptyGallery() {
        var match = driver.answer(probe("p/1", ANNA, human(1)));

        var identification = Driver.identification(match);
        assertThat(identification.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(identification.similarity()).isNull();
        assertThat(identification.confidence()).isNull();
        assertThat(identification.reasons()).isEmpty();
        assertThat(match.modelId()).isEqualTo(Sample.MODEL);
        assertThat(match.thresholds()).isEqualTo(Sample.THRESHOLDS);
    }

    @Test
    void probe_seesThePersonEnrolledRightBefore() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        var identification = driver.identify(probe("p/1", ANNA, human(1, 0.8)));

        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.candidates()).extracting(Candidate::person).containsExactly(ADA);
        assertThat(identification.similarity()).isBetween(0.799, 0.801);
        assertThat(identification.confidence()).isGreaterThan(0.99);
    }

    @Test
    void matches_carryTheFrameIdInTheirHeader() {
        driver.send(probe("p/1", ANNA, human(1)));

        var answer = driver.records(Driver.TOPICS.matches()).get(0);

        assertThat(answer.key()).isEqualTo(ANNA.value());
        assertThat(answer.headers().lastHeader(Topics.FRAME_ID_HEADER).value())
                .asString()
                .isEqualTo("p/1");
    }

    @Test
    void enrollment_neverShowsItsNameInMatches() {
        var match = driver.answer(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(match.enrollment().isAccepted()).isTrue();
        assertThat(match.enrollment().reference()).isEqualTo(new ReferenceId("e/1:0"));
        assertThat(((Role.Enrollment) match.facts().role()).name()).isNull();
        assertThat(driver.person("ada").orElseThrow().name()).isEqualTo("ada");
    }

    @Test
    void people_keepBothPhotosOfTwoEnrollmentsRightAfterEachOther() {
        try (var slow = new Driver(Sample.SETTINGS, SlowPeople::new)) {
            slow.send(enrollment("e/1", ANNA, "ada", human(1)));
            slow.send(enrollment("e/2", ANNA, "ada", human(1, 0.9)));

            var last = slow.records(Driver.TOPICS.people()).stream()
                    .filter(record -> record.key().equals("ada"))
                    .reduce((before, after) -> after)
                    .orElseThrow()
                    .value();
            assertThat(last.photos())
                    .extracting(photo -> photo.reference().value())
                    .containsExactly("e/1:0", "e/2:0");
        }
    }

    @Test
    void sessions_neverSeeEachOthersPeople() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(driver.identify(probe("p/1", BERT, human(1))).candidates()).isEmpty();
        var rename = driver.answer(new Change.RenamePerson("c1", BERT, ADA, "mine"));
        var unknown = driver.answer(new Change.RenamePerson("c2", BERT, EVE, "mine"));
        assertThat(rename.error().replace("ada", "eve")).isEqualTo(unknown.error());
        var stolen = driver.answer(enrollment("e/2", BERT, "ada", human(2)));
        assertThat(stolen.enrollment().rejections()).containsExactly(Rejection.PERSON_DELETED);
        var verified = driver.answer(frame(facts("v/1", BERT, new Role.VerifyPerson(ADA)), embedded(human(1))));
        assertThat(verified.outcome()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void sharedPerson_isSeenByEverySession() {
        var enrolled = driver.answer(enrollment("e/1", SessionId.SHARED, "ada", human(1)));

        assertThat(enrolled.enrollment().isAccepted()).isTrue();
        assertThat(enrolled.galleryVersion())
                .isEqualTo(driver.shared().appliedOffsets().version());
        assertThat(driver.identify(probe("p/1", BERT, human(1))).decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void sharedEnrollment_isUnavailableWhenTheGalleryDoesNotShowIt() {
        var withShortWait = Sample.settings(Map.of("FACELINE_GALLERY_WAIT", "20ms"));
        try (var withoutReadBack = new Driver(withShortWait, ForwardingOutbox::new)) {
            var match = withoutReadBack.answer(enrollment("e/1", SessionId.SHARED, "ada", human(1)));

            assertThat(match.enrollment().rejections()).containsExactly(Rejection.GALLERY_UNAVAILABLE);
        }
    }

    @Test
    void deletedPerson_isGoneFromTheVeryNextAnswer() {
        for (var session : List.of(ANNA, SessionId.SHARED)) {
            driver.send(enrollment("e/" + session, session, "p-" + session, human(1)));

            var answer = driver.answer(new Change.DeletePerson("c", session, new PersonId("p-" + session)));

            assertThat(answer.error()).isNull();
            assertThat(driver.identify(probe("q/" + session, ANNA, human(1))).candidates())
                    .isEmpty();
            assertThat(driver.person("p-" + session).orElseThrow().deleted()).isTrue();
        }
        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.shared().gallery().size()).isZero();
    }

    @Test
    void deletedPerson_isNotBroughtBackByAReplay() {
        var enrollment = enrollment("e/1", ANNA, "ada", human(1));
        var delete = new Change.DeletePerson("c1", ANNA, ADA);
        driver.send(enrollment);
        driver.answer(delete);

        var replayed = driver.answer(enrollment);

        assertThat(replayed.enrollment().rejections()).containsExactly(Rejection.PERSON_DELETED);
        assertThat(driver.answer(delete).isMade()).isTrue();
        assertThat(driver.identify(probe("p/1", ANNA, human(1))).candidates()).isEmpty();
    }

    @Test
    void deletedPhoto_isGoneWithWhatWasMadeOfIt() {
        for (var session : List.of(ANNA, SessionId.SHARED)) {
            var id = new PersonId("p-" + session);
            driver.send(enrollment("e/1/" + session, session, id.value(), human(1)));
            driver.send(enrollment("e/2/" + session, session, id.value(), human(2)));
            var photo = driver.person(id.value()).orElseThrow().photos().get(0).reference();

            var answer = driver.answer(new Change.DeletePhoto("c", session, id, photo));

            assertThat(answer.error()).isNull();
            assertThat(driver.person(id.value()).orElseThrow().photos())
                    .singleElement()
                    .satisfies(left -> assertThat(left.reference()).isNotEqualTo(photo));
            assertThat(driver.identify(probe("q/1/" + session, ANNA, human(1))).decision())
                    .isEqualTo(Decision.UNKNOWN);
            assertThat(driver.identify(probe("q/2/" + session, ANNA, human(2))).decision())
                    .isEqualTo(Decision.MATCH);
            driver.answer(new Change.DeletePerson("d", session, id));
        }
    }

    @Test
    void deletedPhoto_isNotBroughtBackByAReplay() {
        var enrollment = enrollment("e/1", ANNA, "ada", human(1));
        driver.send(enrollment);
        var photo = driver.person("ada").orElseThrow().photos().get(0);
        var delete = new Change.DeletePhoto("c1", ANNA, ADA, photo.reference());
        driver.answer(delete);

        var replayed = driver.answer(enrollment);
        var put = driver.answer(new Change.PutReference(
                "c2", ANNA, "Ada", Sample.reference(photo.reference().value(), "ada", human(1)), photo));

        assertThat(replayed.enrollment().rejections()).containsExactly(Rejection.PHOTO_DELETED);
        assertThat(put.error()).contains("was deleted");
        assertThat(driver.answer(delete).isMade()).isTrue();
        assertThat(driver.answer(new Change.DeletePhoto("c3", ANNA, ADA, new ReferenceId("e/9:0")))
                        .error())
                .contains("no photo e/9:0");
        assertThat(driver.person("ada").orElseThrow().photos()).isEmpty();
        assertThat(driver.enrollments(ANNA)).isEmpty();
    }

    @Test
    void deletedPhoto_isNoMatterOfAnotherSession() {
        var photo = Sample.photo("e/1:0");
        for (var session : List.of(ANNA, BERT)) {
            var reference = Sample.reference("e/1:0", "p-" + session, human(1));
            driver.answer(new Change.PutReference("c1", session, "Ada", reference, photo));
        }

        driver.answer(new Change.DeletePhoto("c2", ANNA, new PersonId("p-anna"), photo.reference()));

        var again = Sample.reference("e/1:0", "p-bert", human(1));
        assertThat(driver.answer(new Change.PutReference("c3", BERT, "Ada", again, photo))
                        .error())
                .isNull();
        assertThat(driver.identify(probe("q/1", BERT, human(1))).decision()).isEqualTo(Decision.MATCH);
        assertThat(driver.identify(probe("q/2", ANNA, human(1))).decision()).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void rename_changesTheName() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(driver.answer(new Change.RenamePerson("c1", ANNA, ADA, " Ada L. "))
                        .isMade())
                .isTrue();
        assertThat(driver.person("ada").map(Person::name)).contains("Ada L.");
        assertThat(driver.answer(new Change.RenamePerson("c2", ANNA, ADA, " ")).error())
                .contains("1 to 200");
    }

    @Test
    void merge_makesTwoPeopleOne() {
        for (var session : List.of(ANNA, SessionId.SHARED)) {
            var from = new PersonId("from-" + session);
            var into = new PersonId("into-" + session);
            driver.send(enrollment("e/1" + session, session, from.value(), human(1)));
            driver.send(enrollment("e/2" + session, session, into.value(), human(2)));

            for (var repeat = 0; repeat < 2; repeat++) {
                assertThat(driver.answer(new Change.MergePeople("c1", session, from, into))
                                .error())
                        .isNull();

                var found = driver.identify(probe("p/" + session + repeat, session, human(1)));
                assertThat(found.candidates()).extracting(Candidate::person).startsWith(into);
                assertThat(driver.person(into.value()).orElseThrow().photos()).hasSize(2);
                assertThat(driver.person(from.value()).orElseThrow().mergedInto())
                        .isEqualTo(into);
            }
            var more = driver.answer(enrollment("e/3" + session, session, from.value(), human(1, 0.9)));
            assertThat(more.enrollment().person()).isEqualTo(into);
        }
    }

    @Test
    void changes_thatAreImpossibleSayWhatToDo() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));
        driver.answer(new Change.MergePeople("c1", ANNA, ADA, EVE));

        assertThat(driver.answer(new Change.DeletePerson("c2", ANNA, new PersonId("nobody")))
                        .error())
                .contains("no person nobody", "list of people");
        assertThat(driver.answer(new Change.DeletePerson("c3", ANNA, ADA)).error())
                .contains("merged into eve");
        assertThat(driver.answer(new Change.MergePeople("c4", ANNA, EVE, EVE)).error())
                .contains("already");
        assertThat(driver.answer(new Change.EndSession("c5", SessionId.SHARED)).error())
                .contains("individually");
    }

    @Test
    void putReference_addsAPersonWithoutAPhotoGoingThrough() {
        var put = new Change.PutReference(
                "c1", SessionId.SHARED, "Ada", Sample.reference("r1", "ada", human(1)), Sample.photo("r1"));

        assertThat(driver.answer(put).error()).isNull();
        assertThat(driver.answer(put).error()).isNull();

        assertThat(driver.identify(probe("p/1", ANNA, human(1))).decision()).isEqualTo(Decision.MATCH);
        assertThat(driver.person("ada").orElseThrow().photos()).hasSize(1);
        driver.answer(new Change.DeletePerson("c2", SessionId.SHARED, ADA));
        assertThat(driver.answer(put).error()).contains("no person ada");
    }

    @Test
    void putReference_mayBeOfAPhotoThatAnotherModelKnows() {
        driver.send(enrollment("e/1", SessionId.SHARED, "ada", human(1)));
        var photo = driver.person("ada").orElseThrow().photos().get(0);
        var again = photo.reference().value() + ":other.12345678";

        var made = driver.answer(new Change.PutReference(
                "c1", SessionId.SHARED, "Ada", Sample.reference(again, "ada", human(2)), photo));
        var mismatched = driver.answer(
                new Change.PutReference("c2", SessionId.SHARED, "Ada", Sample.reference("r2", "ada", human(2)), photo));

        assertThat(made.error()).isNull();
        assertThat(driver.person("ada").orElseThrow().photos()).containsExactly(photo);
        assertThat(mismatched.error()).contains("does not belong to reference r2");
    }

    @Test
    void endedSession_leavesNothingButMarks() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        for (var repeat = 0; repeat < 2; repeat++) {
            assertThat(driver.answer(new Change.EndSession("c1", ANNA)).isMade())
                    .isTrue();
        }

        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.person("ada").orElseThrow().deleted()).isTrue();
        var sessions = driver.records(Driver.TOPICS.sessions());
        assertThat(sessions.get(sessions.size() - 1).value()).isNull();
        assertThat(driver.answer(enrollment("e/1", ANNA, "ada", human(1)))
                        .enrollment()
                        .isAccepted())
                .isFalse();
    }

    @Test
    void idleSession_expiresAfterADay() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.pass(Duration.ofHours(23));
        driver.answer(new Change.KeepAlive("c1", ANNA));
        driver.pass(Duration.ofHours(23));
        assertThat(driver.enrollments(ANNA)).isPresent();

        driver.pass(Duration.ofHours(2));

        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.person("ada").orElseThrow().deleted()).isTrue();
        var sessions = driver.records(Driver.TOPICS.sessions());
        assertThat(sessions).extracting(session -> session.value() == null).containsExactly(false, false, true);
    }

    @Test
    void replay_changesNothing() {
        var records = List.of(
                enrollment("e/1", ANNA, "ada", human(1)),
                enrollment("e/2", ANNA, "eve", human(2)),
                probe("p/1", ANNA, human(1, 0.8)),
                enrollment("e/3", SessionId.SHARED, "max", human(3)));
        var first = records.stream().map(driver::answer).toList();
        var enrolled = driver.enrollments(ANNA);

        var second = records.stream().map(driver::answer).toList();

        assertThat(second)
                .extracting(match -> Driver.identification(match).decision())
                .isEqualTo(first.stream()
                        .map(match -> Driver.identification(match).decision())
                        .toList());
        assertThat(second)
                .extracting(match ->
                        match.enrollment() == null || match.enrollment().isAccepted())
                .containsOnly(true);
        assertThat(driver.enrollments(ANNA).orElseThrow().references())
                .hasSameSizeAs(enrolled.orElseThrow().references());
        assertThat(driver.person("ada").orElseThrow().photos()).hasSize(1);
        assertThat(driver.shared().gallery().size()).isEqualTo(1);
    }

    @Test
    void staleGallery_isSaidAfterWaiting() {
        try (var withShortWait = new Driver(Sample.settings(Map.of("FACELINE_GALLERY_WAIT", "20ms")))) {
            var facts = new FrameFacts(new FrameId("p/1"), ANNA, new Role.Probe(), "job", 0, Sample.NOW, null, 1000);

            var identification = withShortWait.identify(frame(facts, embedded(human(1))));

            assertThat(identification.reasons()).containsExactly(Reason.STALE_GALLERY);
        }
    }

    @Test
    void verification_answersTheSecondOfThePairWhateverTheOrder() {
        var one = verification("v/1", "v/2", human(1));
        var other = verification("v/2", "v/1", human(1, 0.9));

        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            try (var fresh = new Driver(Sample.SETTINGS)) {
                var first = fresh.answer(pair.get(0));
                var second = fresh.answer(pair.get(1));

                assertThat(first.verification()).isNull();
                assertThat(second.verification().decision()).isEqualTo(Decision.MATCH);
                assertThat(second.verification().similarity()).isBetween(0.899, 0.901);
                assertThat(second.verification().otherFrame())
                        .isEqualTo(pair.get(0).facts().id());
                assertThat(fresh.answer(pair.get(1)).verification()).isEqualTo(second.verification());
            }
        }
    }

    @Test
    void verification_ofTwoPeopleIsNoMatch() {
        driver.send(verification("v/1", "v/2", human(1)));

        var second = driver.answer(verification("v/2", "v/1", human(2)));

        assertThat(second.verification().decision()).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void verification_failsWithTheOtherFrame() {
        var lost = new Embeddings(
                facts("v/1", ANNA, new Role.VerifyFrame(new FrameId("v/2"))),
                Sample.MODEL,
                Outcome.failed(FailureCode.DAMAGED_IMAGE, "cannot be decoded"));

        assertThat(driver.answer(lost).outcome())
                .isEqualTo(Outcome.failed(FailureCode.DAMAGED_IMAGE, "cannot be decoded"));
        var second = driver.answer(verification("v/2", "v/1", human(1)));
        assertThat(second.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.OTHER_FRAME_FAILED);
            assertThat(failed.message()).contains("v/1", "DAMAGED_IMAGE");
        });
        assertThat(second.verification().similarity()).isNull();
    }

    @Test
    void verification_comparesWithAPersonOfOnesOwn() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "ada", human(2)));

        var match = driver.answer(frame(facts("v/1", ANNA, new Role.VerifyPerson(ADA)), embedded(human(2, 0.8))));

        assertThat(match.verification().decision()).isEqualTo(Decision.MATCH);
        assertThat(match.verification().similarity()).isBetween(0.799, 0.801);
        var nobody = driver.answer(frame(facts("v/2", ANNA, new Role.VerifyPerson(EVE)), embedded(human(2))));
        assertThat(nobody.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(FailureCode.NO_SUCH_PERSON));
    }

    @Test
    void detection_isPassedOnUnidentified() {
        var face = new EmbeddedFace(Sample.face(Sample.GOOD), null, Blob.of(new byte[0]));

        assertThat(driver.identify(frame(facts("d/1", ANNA, new Role.Detect()), face)))
                .isNull();
    }

    @Test
    void losses_areAnsweredAsTheyAre() {
        var facts = facts("p/1", ANNA, new Role.Probe());

        var dropped = driver.answer(new Embeddings(facts, Sample.MODEL, Outcome.dropped(DropReason.CANCELLED)));

        assertThat(dropped.outcome()).isEqualTo(Outcome.dropped(DropReason.CANCELLED));
        var enrolled = driver.answer(new Embeddings(
                facts("e/1", ANNA, Sample.enroll(ANNA, "ada")),
                Sample.MODEL,
                Outcome.failed(FailureCode.EMPTY_FILE, "no bytes")));
        assertThat(enrolled.enrollment().rejections()).containsExactly(Rejection.UNREADABLE);
    }

    @Test
    void unknownModel_isAFailureThatSaysWhatToDo() {
        var match = driver.answer(new Embeddings(
                facts("p/1", ANNA, new Role.Probe()), "other@1", Outcome.made(Sample.faces(embedded(human(1))))));

        assertThat(match.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.UNKNOWN_MODEL);
            assertThat(failed.message()).contains("other@1", "FACELINE_MODELS");
        });
    }

    @Test
    void poison_onAnyTopicStopsNothing() {
        driver.send(enrollment("e/1", SessionId.SHARED, "ada", human(1)));
        var poison = "{}".getBytes(StandardCharsets.UTF_8);

        driver.writeBytes(Driver.TOPICS.embeddings(), ANNA.value(), poison);
        driver.writeBytes(Driver.TOPICS.changes(), ANNA.value(), poison);
        driver.writeBytes(Driver.TOPICS.gallery(), "r9", poison);
        driver.writeBytes(Driver.TOPICS.people(), "ada", poison);
        driver.write(Driver.TOPICS.gallery(), "other-key", Sample.reference("r8", "eve", human(2)));
        driver.write(Driver.TOPICS.embeddings(), "other-key", probe("p/0", ANNA, human(1)));

        assertThat(driver.identify(probe("p/1", ANNA, human(1))).decision()).isEqualTo(Decision.MATCH);
        assertThat(driver.identify(probe("p/2", ANNA, human(2))).decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(driver.read(Driver.TOPICS.deadLetters())).hasSize(6);
    }

    private static Embeddings verification(String id, String other, Embedding embedding) {
        return frame(facts(id, ANNA, new Role.VerifyFrame(new FrameId(other))), embedded(embedding));
    }
}
