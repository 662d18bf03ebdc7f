package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.face.TestFaces.embedded;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.frame.DecidedBy;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.hostile.NewWords;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.person.TestReferences;
import io.faceline.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input and output of the topology, independent of the kind of frame or change. */
class MatcherTopologyTest {
    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topology_isTheExpectedOne() throws IOException {
        var topology = MatcherTopology.build(
                Driver.TOPICS,
                List.of(MatcherFixtures.FACTS),
                MatcherFixtures.SETTINGS,
                new MatcherMetrics(),
                (people, gallery) -> {});

        try (var in = getClass().getResourceAsStream("expected-topology.txt")) {
            assertThat(topology.describe().toString())
                    .isEqualToNormalizingNewlines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
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
    void answers_sayInTheirHeadersWhatWasWritten() {
        driver.send(enrollment("e/1", SessionId.SHARED, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));
        driver.send(probe("p/1", ANNA, human(2)));

        var written = driver.records(Driver.TOPICS.matches()).stream()
                .map(answer -> answer.headers().lastHeader("written"))
                .map(header -> header == null ? "" : new String(header.value(), StandardCharsets.UTF_8))
                .map(text -> text.substring(text.indexOf('/') + 1))
                .toList();

        // The fence of the task is the first write to each topic.
        assertThat(written).containsExactly("2/2", "3/0", "");
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
        assertThat(driver.enrollments(ANNA)).hasSameSizeAs(enrolled);
        assertThat(driver.person("ada").orElseThrow().photos()).hasSize(1);
        assertThat(driver.shared().gallery().size()).isEqualTo(1);
    }

    @Test
    void detection_isPassedOnUnidentified() {
        var face = embedded((Embedding) null);

        assertThat(driver.identify(frame(facts("d/1", ANNA, new Role.Detect()), face)))
                .isNull();
    }

    @Test
    void answer_saysByWhichSettingsItWasDecided() {
        var frame = new Embeddings(
                facts("p/1", ANNA, new Role.Probe()), TestFrames.MODEL, Outcome.dropped(DropReason.CANCELLED));
        var detector = new Fingerprint("2c26b46b68ff");
        var embedder = new Fingerprint("fcde2b2edba5");

        var decidedBy = driver.answer(frame.by(detector, embedder)).decidedBy();

        assertThat(decidedBy.detector()).isEqualTo(detector);
        assertThat(decidedBy.embedder()).isEqualTo(embedder);
        assertThat(decidedBy.build()).isNotEmpty();
        var ofOlderStages = new DecidedBy(null, null, decidedBy.matcher(), decidedBy.build());
        assertThat(driver.answer(frame).decidedBy()).isEqualTo(ofOlderStages);
    }

    @Test
    void losses_areAnsweredAsTheyAre() {
        var facts = facts("p/1", ANNA, new Role.Probe());

        var dropped = driver.answer(new Embeddings(facts, TestFrames.MODEL, Outcome.dropped(DropReason.CANCELLED)));

        assertThat(dropped.outcome()).isEqualTo(Outcome.dropped(DropReason.CANCELLED));
        var enrolled = driver.answer(new Embeddings(
                facts("e/1", ANNA, MatcherFixtures.enroll(ANNA, "ada")),
                TestFrames.MODEL,
                Outcome.failed(FailureCode.EMPTY_FILE, "no bytes")));
        assertThat(enrolled.enrollment().rejections()).containsExactly(Rejection.UNREADABLE);
    }

    @Test
    void unknownModel_isAFailureThatSaysWhatToDo() {
        var match = driver.answer(new Embeddings(
                facts("p/1", ANNA, new Role.Probe()),
                "other@1",
                frame(TestFrames.facts(1), embedded(human(1))).outcome()));

        assertThat(match.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.UNKNOWN_MODEL);
            assertThat(failed.message()).contains("other@1", "FACELINE_MODELS");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/facts/role; {\"kind\":\"count\"}; UNKNOWN_ROLE",
                "/facts/role; {\"kind\":\"enrollment\",\"person\":\"eve\",\"name\":\"Eve\",\"scope\":\"group\","
                        + "\"allowLookalike\":false}; UNKNOWN_ROLE",
                "/outcome; {\"kind\":\"dropped\",\"reason\":\"MOTION_GATE\"}; UNKNOWN",
                "/outcome; {\"kind\":\"failed\",\"code\":\"LENS_COVERED\",\"message\":\"x\"}; UNKNOWN",
                "/outcome; {\"kind\":\"stored\",\"url\":\"https://example.org\"}; UNKNOWN"
            })
    void frameIsAnswered_newWord(String place, String json, String code) {
        var bytes = NewWords.in(Driver.TOPICS.embeddings(), probe("p/1", ANNA, human(1)), place, json);

        driver.writeBytes(Driver.TOPICS.embeddings(), ANNA.value(), bytes);

        var answers = driver.read(Driver.TOPICS.matches());
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).outcome().toString()).contains("=" + code);
        assertThat(answers.get(0).enrollment()).isNull();
        assertThat(driver.enrollments(ANNA)).isEmpty();
    }

    @Test
    void poison_onAnyTopicStopsNothing() {
        driver.send(enrollment("e/1", SessionId.SHARED, "ada", human(1)));
        var poison = "{}".getBytes(StandardCharsets.UTF_8);

        driver.writeBytes(Driver.TOPICS.embeddings(), ANNA.value(), poison);
        driver.writeBytes(Driver.TOPICS.changes(), ANNA.value(), poison);
        driver.writeBytes(Driver.TOPICS.gallery(), "r9", poison);
        driver.writeBytes(Driver.TOPICS.people(), "ada", poison);
        driver.write(Driver.TOPICS.gallery(), "other-key", TestReferences.reference("r8", "eve", human(2)));
        driver.write(Driver.TOPICS.embeddings(), "other-key", probe("p/0", ANNA, human(1)));

        assertThat(driver.identify(probe("p/1", ANNA, human(1))).decision()).isEqualTo(Decision.MATCH);
        assertThat(driver.identify(probe("p/2", ANNA, human(2))).decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(driver.read(Driver.TOPICS.deadLetters())).hasSize(6);
    }
}
