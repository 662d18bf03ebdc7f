package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.faceline.api.ApiMain;
import io.faceline.api.ApiSettings;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.topic.Topics;
import io.faceline.delivery.DeliveryMain;
import io.faceline.delivery.DeliverySettings;
import io.faceline.detector.DetectorMain;
import io.faceline.detector.DetectorSettings;
import io.faceline.embedder.EmbedderMain;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.ingest.IngestMain;
import io.faceline.ingest.IngestSettings;
import io.faceline.ingest.camera.open.SecretLogins;
import io.faceline.matcher.MatcherMain;
import io.faceline.matcher.MatcherSettings;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicsMain;
import io.faceline.tracker.TrackerMain;
import io.faceline.tracker.TrackerSettings;
import io.faceline.web.limits.LimitSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks docker-compose.yml against the code that it runs. */
class ComposeFileTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));

    /** Reads the settings of each main class, apart from those of Kafka and HTTP. */
    private static final Map<Class<?>, Consumer<Settings>> MAINS = Map.of(
            TopicsMain.class, settings -> {},
            IngestMain.class, ComposeFileTest::ingest,
            DetectorMain.class, DetectorSettings::from,
            EmbedderMain.class, EmbedderSettings::from,
            MatcherMain.class, MatcherSettings::from,
            TrackerMain.class, TrackerSettings::from,
            DeliveryMain.class, ComposeFileTest::delivery,
            ApiMain.class, ApiSettings::from);

    private static ComposeFile compose;

    @BeforeAll
    static void read() throws IOException {
        compose = ComposeFile.read(ROOT.resolve("docker-compose.yml"));
    }

    static List<ComposeService> ours() throws IOException {
        return ComposeFile.read(ROOT.resolve("docker-compose.yml")).ownServices();
    }

    private static void ingest(Settings settings) {
        IngestSettings.from(settings);
        SecretLogins.of(settings);
    }

    private static void delivery(Settings settings) {
        DeliverySettings.from(settings);
        StoredSecrets.of(settings);
    }

    @Test
    void everyMain_isRun() {
        var run =
                compose.ownServices().stream().map(service -> service.command().get(0));

        assertThat(run.collect(Collectors.toSet()))
                .isEqualTo(MAINS.keySet().stream().map(Class::getName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everySetting_isReadAndAccepted(ComposeService service) throws ClassNotFoundException {
        var settings = new Settings(service.environment());

        KafkaSettings.from(settings);
        HttpSettings.from(settings, 8080);
        LimitSettings.from(settings);
        MAINS.get(Class.forName(service.command().get(0))).accept(settings);

        var understood = new HashSet<>(settings.namesRead());
        understood.add("FACELINE_LOG_LEVEL"); // logback.xml reads it
        assertThat(understood)
                .containsAll(service.environment().keySet().stream()
                        .filter(name -> name.startsWith("FACELINE_"))
                        .toList())
                .containsAll(service.passedOn());
    }

    @Test
    void aSettingNobodyReads_isFound() {
        var settings = new Settings(Map.of("FACELINE_MATCH_TRESHOLD", "0.5"));

        MatcherSettings.from(settings);

        assertThat(settings.namesRead()).contains("FACELINE_MATCH_THRESHOLD").doesNotContain("FACELINE_MATCH_TRESHOLD");
    }

    @Test
    void matcherAndApi_areToldTheSameOfPortraits() {
        var settings = new Settings(Map.of());
        var unused = PortraitRules.from(settings::decimal);

        for (var name : List.of("matcher", "api")) {
            assertThat(compose.service(name).passedOn()).as(name).containsAll(settings.namesRead());
        }
    }

    @Test
    void ingestAndApi_areToldTheSameOfHostsSessionsAndTheSharedGallery() {
        for (var name : List.of("ingest", "api")) {
            assertThat(compose.service(name).passedOn())
                    .contains("FACELINE_HOSTS", "FACELINE_SESSION_KEY", "FACELINE_SHARED_GALLERY");
        }
    }

    @Test
    void allServices_areToldTheSameRetention() {
        assertThat(compose.ownServices()).allSatisfy(service -> assertThat(service.passedOn())
                .contains(
                        "FACELINE_FRAME_RETENTION",
                        "FACELINE_EMBEDDING_RETENTION",
                        "FACELINE_MATCH_RETENTION",
                        "FACELINE_COMPACTION_LAG",
                        "FACELINE_TOPIC_BYTES"));
    }

    @Test
    void everyLane_hasADetectorAndAnEmbedder() {
        for (var main : List.of(DetectorMain.class, EmbedderMain.class)) {
            var lanes = compose.ownServices().stream()
                    .filter(service -> service.command().contains(main.getName()))
                    .map(service -> service.environment().get("FACELINE_LANE"));

            assertThat(lanes).containsExactlyInAnyOrder("live", "bulk", "camera");
        }
    }

    @Test
    void allServices_agreeOnKafkaAndPartitions() {
        for (var name : List.of(
                "FACELINE_BOOTSTRAP_SERVERS",
                "FACELINE_LANE_PARTITIONS",
                "FACELINE_SESSION_PARTITIONS",
                "FACELINE_REPLICATION_FACTOR",
                "FACELINE_TOPIC_PREFIX",
                "FACELINE_MODELS")) {
            var values = compose.ownServices().stream()
                    .map(service -> service.environment().getOrDefault(name, ""))
                    .distinct();

            assertThat(values).as(name).hasSize(1);
        }
    }

    @Test
    void everyService_hasAnIdOfItsOwn() {
        var ids = compose.ownServices().stream()
                .filter(service -> !service.command().contains(TopicsMain.class.getName()))
                .map(service -> service.environment().get("FACELINE_INSTANCE_ID"));

        assertThat(ids).doesNotContainNull().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyDependency_isThereAndCanComeTrue(ComposeService service) {
        assertThat(service.dependsOn()).isNotEmpty();
        service.dependsOn().forEach((name, condition) -> {
            var dependency = compose.service(name);
            switch (condition) {
                case SERVICE_HEALTHY -> assertThat(dependency.healthTest()).isNotEmpty();
                case SERVICE_COMPLETED_SUCCESSFULLY ->
                    assertThat(dependency.command()).contains(TopicsMain.class.getName());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ours")
    void healthIsChecked_ofWhatListens(ComposeService service) {
        assertThat(service.healthTest().isEmpty()).isEqualTo(service.httpPort().isEmpty());
        // In a container, 127.0.0.1 is the container itself.
        service.httpPort()
                .ifPresent(port -> assertThat(service.environment()).containsEntry("FACELINE_HTTP_HOST", "0.0.0.0"));
    }

    @Test
    void ports_areForThisMachineAlone() {
        var published = compose.services().stream()
                .filter(service -> !service.ports().isEmpty())
                .toList();

        assertThat(published).extracting(ComposeService::name).containsExactlyInAnyOrder("ingest", "api", "proxy");
        for (var service : published) {
            assertThat(service.ports()).allSatisfy(port -> {
                assertThat(port.host()).isEqualTo("127.0.0.1");
                assertThat(service.httpPort().orElse(8080)).isEqualTo(port.container());
            });
        }
        assertThat(published.stream().flatMap(service -> service.ports().stream()))
                .extracting(PublishedPort::published)
                .doesNotHaveDuplicates();
    }

    @Test
    void kafkasData_areOnADeclaredVolume() {
        var folder = kafkaProperties().get("log.dirs");

        assertThat(compose.kafka().volumes()).containsExactly("kafka-data:" + folder);
        assertThat(compose.volumes()).containsExactly("kafka-data", "videos");
    }

    @Test
    void kafka_isTheVersionWeBuildAgainst() {
        assertThat(compose.kafka().image()).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
    }

    @Test
    void kafkasSettings_areUnderstoodAndTakeOurRecords() {
        var config = new KafkaConfig(kafkaProperties(), false);

        var largest = new Topics("").matches().config().get("max.message.bytes");
        assertThat(config.messageMaxBytes()).hasToString(largest);
        assertThat(config.originals()).containsEntry("replica.fetch.max.bytes", largest);
        assertThat(config.autoCreateTopicsEnable()).isFalse();
        assertThat(KafkaConfig.configDef().names())
                .containsAll(kafkaProperties().keySet());
        var advertised = kafkaProperties().get("advertised.listeners");
        assertThat(compose.ownServices()).allSatisfy(service -> assertThat(advertised)
                .isEqualTo("PLAINTEXT://" + service.environment().get("FACELINE_BOOTSTRAP_SERVERS")));
    }

    @Test
    void readingFails_dependencyUnknown() {
        assertThatCode(() -> compose.service("zookeeper")).hasMessage("unknown service zookeeper");
    }

    /**
     * Kafka properties as the image derives them: KAFKA_LOG_DIRS is log.dirs; variables of its start script are
     * skipped.
     */
    private static Map<String, String> kafkaProperties() {
        var properties = new HashMap<String, String>();
        compose.kafka().environment().forEach((name, value) -> {
            if (!Set.of("KAFKA_HEAP_OPTS").contains(name)) {
                properties.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return properties;
    }
}
