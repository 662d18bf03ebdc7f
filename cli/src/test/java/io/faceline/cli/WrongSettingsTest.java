package io.faceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.ApiSettings;
import io.faceline.detector.DetectorSettings;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.ingest.IngestSettings;
import io.faceline.matcher.MatcherSettings;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicMode;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong value of any variable ends a command with one line that names it, before anything is created. */
class WrongSettingsTest {
    private static final String SECRET = "a-secret-of-16-letters";

    /** Any text names an instance. */
    private static final Set<String> FREE = Set.of("FACELINE_INSTANCE_ID", "HOSTNAME");

    private static final Map<String, String> WRONG = Map.of(
            "FACELINE_ADMIN_TOKEN", "short",
            "FACELINE_CAMERA_FILES", "/dev/null/films",
            "FACELINE_MODELS", "/no/such/folder",
            "FACELINE_SPOOL_FOLDER", "/dev/null/spool",
            "FACELINE_STATE_FOLDER", "/dev/null/state");

    @TempDir
    Path folder;

    record Wrong(String name, String value) {}

    static Stream<Wrong> variables() {
        var settings = new Settings(Map.of());
        KafkaSettings.from(settings);
        HttpSettings.from(settings, 0);
        TopicMode.from(settings);
        IngestSettings.from(settings);
        ApiSettings.from(settings);
        DetectorSettings.from(settings);
        EmbedderSettings.from(settings);
        MatcherSettings.from(settings);
        var read = settings.namesRead().stream()
                .filter(name -> !FREE.contains(name))
                .sorted()
                .map(name -> new Wrong(name, WRONG.getOrDefault(name, "-?1")));
        return Stream.concat(
                read,
                Stream.of(
                        new Wrong("FACELINE_CORS_ORIGINS", "*"),
                        new Wrong("FACELINE_CORS_ORIGINS", "https://app.example.org/"),
                        new Wrong("FACELINE_BOOTSTRAP_SERVERS", "kafka:0"),
                        new Wrong("FACELINE_MODELS", "/dev/null"),
                        new Wrong("FACELINE_KAFKA_SECURITY_PROTOCOL", "NONSENSE"),
                        new Wrong("FACELINE_KAFKA_REQUEST_TIMEOUT_MS", "soon"),
                        new Wrong("FACELINE_KAFKA_PRODUCER_LINGER_MS", "-?1"),
                        new Wrong("FACELINE_KAFKA_ACKS", "0"),
                        new Wrong("FACELINE_BROKER_LOG_SEGMENT_BYTES", "many"),
                        new Wrong("FACELINE_LOG_LEVEL", "LOUD")));
    }

    @ParameterizedTest
    @MethodSource("variables")
    void wrongValue_endsTheCommandWithOneLineThatNamesTheVariable(Wrong wrong) throws IOException {
        var err = new StringWriter();

        var exitCode = open(Map.of(wrong.name, wrong.value), new PrintWriter(err));

        assertThat(exitCode).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines())
                .as(err.toString())
                .singleElement()
                .asString()
                .startsWith("faceline: ")
                .contains(wrong.name);
        assertThat(Files.exists(data())).isFalse();
    }

    @Test
    void wrongSecret_isNotShown() {
        var err = new StringWriter();

        open(
                Map.of("FACELINE_KAFKA_SASL_JAAS_CONFIG", SECRET, "FACELINE_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT"),
                new PrintWriter(err));

        assertThat(err.toString()).doesNotContain(SECRET);
    }

    private int open(Map<String, String> environment, PrintWriter err) {
        var options =
                new PipelineOptions(Optional.of(data()), Optional.empty(), ModelOptions.DEFAULT, Stages.ALL, false);
        try (var pipeline = Pipeline.open(options, environment)) {
            pipeline.serve("127.0.0.1", 0);
            return 0;
        } catch (RuntimeException e) {
            return new FailureMessages().handle(e, err);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }
}
