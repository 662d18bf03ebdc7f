package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a client of a Kafka with stages of its own, which another process would run in production. */
@Tag("slow")
class ExternalKafkaTest {
    /** Enough to fall into every partition. */
    private static final int VISITORS = 8;

    /** Far below the 30 s after which an answer is given up. */
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static Path gallery;
    private static Pipeline production;
    private static String address;

    @BeforeAll
    static void startProduction() throws Exception {
        gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        var open = OpenListener.reserve();
        var options = PipelineOptions.lasting(folder.resolve("production"), Stages.ALL)
                .withKafkaPort(open.clientPort());
        production = Pipeline.open(options, open.environment());
        address = open.address();
    }

    @AfterAll
    static void stopProduction() {
        if (production != null) {
            production.close();
        }
    }

    @AfterEach
    void deleteZoe() {
        if (command("people", "list").out().contains("Zoë")) {
            assertThat(command("people", "delete", "Zoë").exitCode()).isZero();
        }
    }

    @Test
    void enrolledPerson_isFoundByTheNextCommand_andARunsOwnPeopleAreNot() {
        var own = recognize("--gallery", gallery.toString());
        assertThat(own.exitCode()).as(own.err()).isZero();
        assertThat(own.out()).contains("\"person\":\"Zoë\"");
        assertThat(recognize().out()).doesNotContain("Zoë");

        enrollZoe();

        assertThat(recognize().out()).contains("\"person\":\"Zoë\"");
    }

    @Test
    void strangers_stayUnknown_whateverThresholdTheCommandIsSetTo() throws Exception {
        enrollZoe();
        var anyoneMatches = Map.of("FACELINE_MATCH_THRESHOLD", "-1", "FACELINE_MATCH_MARGIN", "0");
        try (var command = Pipeline.open(PipelineOptions.client(address, Stages.BULK), anyoneMatches)) {
            var ofProduction = answer(production, "production");
            assertThat(ofProduction.decidedBy()).hasNoNullFieldsOrProperties();

            for (var visitor = 0; visitor < VISITORS; visitor++) {
                var match = answer(command, "visitor-" + visitor);

                assertThat(decisions(match)).isNotEmpty().doesNotContain(Decision.MATCH);
                assertThat(match.thresholds()).isEqualTo(ofProduction.thresholds());
                assertThat(match.decidedBy()).isEqualTo(ofProduction.decidedBy());
            }
        }
    }

    @Test
    void client_joinsNoGroup() throws Exception {
        var before = members();
        assertThat(before).containsKeys("faceline.matcher", "faceline.vision-bulk");

        try (var command = Pipeline.open(PipelineOptions.client(address, Stages.BULK), Map.of())) {
            assertThat(decisions(answer(command, "visitor"))).isNotEmpty();

            assertThat(members()).isEqualTo(before);
        }
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void up_servesHttpAsAClient() throws Exception {
        enrollZoe();
        var before = members();
        try (var command = Pipeline.open(PipelineOptions.client(address, Stages.ALL), Map.of())) {
            var http =
                    TestClient.of(command.serve(HttpSettings.of("127.0.0.1", 0)).port());

            var answer =
                    http.post("/api/v1/recognize", new MultipartForm().files(Files.readAllBytes(TestPhotos.sample(3))));

            assertThat(answer.expect(200).text()).contains("\"name\":\"Zoë\"");
            assertThat(http.get("/health").expect(200).json().get("ready").asBoolean())
                    .isTrue();
            assertThat(members()).isEqualTo(before);
        }
    }

    @Test
    void commandWithoutStagesThere_failsAtOnceAndSaysWhatToStart() throws Exception {
        var open = OpenListener.reserve();
        var options =
                PipelineOptions.lasting(folder.resolve("few"), Stages.MATCHER).withKafkaPort(open.clientPort());
        try (var matcher = Pipeline.open(options, open.environment())) {
            assertThat(matcher.health().ready()).isTrue();
            var few = open.address();
            var start = Instant.now();

            var recognized = CommandLineRun.of(
                    "recognize",
                    "--bootstrap-servers",
                    few,
                    TestPhotos.sample(3).toString());

            assertThat(Duration.between(start, Instant.now())).isLessThan(AT_ONCE);
            assertThat(recognized.exitCode()).isEqualTo(2);
            assertThat(recognized.err())
                    .contains("no detector-bulk, no embedder-bulk, no tracker serves Kafka at " + few)
                    .doesNotContain("no matcher");
            var listed = CommandLineRun.of("people", "--bootstrap-servers", few, "list");
            assertThat(listed.exitCode()).as(listed.err()).isZero();
        }
    }

    @Test
    void topicsOfAnotherPrefix_areNotCreated() throws Exception {
        var before = topics();
        var environment = Map.of("FACELINE_TOPIC_PREFIX", "elsewhere.");

        assertThat(catchThrowable(() -> Pipeline.open(PipelineOptions.client(address, Stages.BULK), environment)))
                .hasMessageContaining("elsewhere.matches")
                .hasMessageContaining("FACELINE_TOPIC_PREFIX");

        assertThat(topics()).isEqualTo(before);
    }

    @Test
    void stagesUnderAPrefixOfTheirOwn_answerByTheirOwnSettings() throws Exception {
        var before = members();
        var environment = Map.of("FACELINE_TOPIC_PREFIX", "trial.", "FACELINE_MATCH_THRESHOLD", "0.9");
        var options =
                new PipelineOptions(Optional.empty(), Optional.of(address), ModelOptions.DEFAULT, Stages.BULK, true);
        try (var trial = Pipeline.open(options, environment)) {
            var answer = answer(trial, "visitor");
            var ofProduction = answer(production, "visitor").decidedBy();
            assertThat(answer.thresholds().match()).isEqualTo(0.9);
            assertThat(answer.decidedBy().matcher()).isNotEqualTo(ofProduction.matcher());
            assertThat(answer.decidedBy().detector()).isEqualTo(ofProduction.detector());
            assertThat(answer.decidedBy().embedder()).isEqualTo(ofProduction.embedder());

            var all = members();
            assertThat(all).containsKeys("trial.matcher", "trial.detector-bulk", "trial.embedder-bulk");
            assertThat(all).containsAllEntriesOf(before);
        }
    }

    private static void enrollZoe() {
        var enrolled = command("enroll", "Zoë", gallery.resolve("Zoë").toString());
        assertThat(enrolled.exitCode()).as(enrolled.err() + enrolled.out()).isZero();
    }

    private static CommandLineRun recognize(String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--json");
        arguments.add(TestPhotos.sample(3).toString());
        return command("recognize", arguments.toArray(String[]::new));
    }

    private static CommandLineRun command(String name, String... more) {
        var arguments = new ArrayList<>(List.of(name, "--bootstrap-servers", address));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    /** The answer to a photo without Zoë, in a session of its own. */
    private static Match answer(Pipeline pipeline, String visitor) {
        var job = new PhotoJob(pipeline, SessionId.ofSecret(visitor));
        return job.submit(TestPhotos.sample(2), new Role.Probe(), FrameFacts.ANY_GALLERY)
                .join();
    }

    private static List<Decision> decisions(Match match) {
        return match.outcome()
                .fold(
                        faces -> faces.faces().stream()
                                .map(face -> face.identification().decision())
                                .toList(),
                        reason -> List.of(),
                        (code, message) -> List.of());
    }

    /** The member ids of every consumer group. */
    private static Map<String, List<String>> members() throws Exception {
        try (var admin = admin()) {
            var groups = admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .toList();
            var members = new TreeMap<String, List<String>>();
            for (var description :
                    admin.describeConsumerGroups(groups).all().get().values()) {
                members.put(
                        description.groupId(),
                        description.members().stream()
                                .map(MemberDescription::consumerId)
                                .sorted()
                                .toList());
            }
            return members;
        }
    }

    private static Set<String> topics() throws Exception {
        try (var admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", address));
    }
}
