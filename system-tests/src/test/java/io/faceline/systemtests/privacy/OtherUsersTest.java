package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code faceline up} keeps from other users of the machine: files, and its Kafka, whose port they reach. */
@Tag("slow")
class OtherUsersTest {
    @TempDir
    Path temporary;

    @Test
    void everyFile_andKafka_areTheOwnersAlone() throws Exception {
        var data = temporary.resolve("data");
        var gallery = TestPhotos.galleryWithTheWoman(temporary.resolve("people"), "Zoë");
        try (var up = Pipeline.open(PipelineOptions.lasting(data, Stages.ALL), Map.of())) {
            var http = TestClient.of(up.serve(HttpSettings.of("127.0.0.1", 0)).port());
            var enrolled = CommandLineRun.of(
                    "enroll",
                    "--data",
                    data.toString(),
                    "Zoë",
                    gallery.resolve("Zoë").toString());
            assertThat(enrolled.exitCode()).as(enrolled.out() + enrolled.err()).isZero();
            var answer =
                    http.post("/api/v1/recognize", new MultipartForm().files(Files.readAllBytes(TestPhotos.sample(3))));
            assertThat(answer.expect(200).text()).contains("Zoë");

            assertThat(Files.list(data)).hasSizeGreaterThan(4);
            assertThat(ReachableFiles.in(data)).isEmpty();
            assertThat(OwnerOnly.isOpenToOthers(data)).isFalse();
            assertKafkaIsClosed(data);
        }
        assertThat(ReachableFiles.in(data)).isEmpty();
    }

    @Test
    void openFolderOfAnEarlierVersion_isClosedByTheNextRun() throws Exception {
        var data = temporary.resolve("data");
        assertThat(CommandLineRun.of("people", "--data", data.toString(), "list")
                        .exitCode())
                .isZero();
        Files.walk(data).forEach(OtherUsersTest::open);
        assertThat(ReachableFiles.in(data)).isNotEmpty();

        assertThat(CommandLineRun.of("people", "--data", data.toString(), "list")
                        .exitCode())
                .isZero();

        assertThat(OwnerOnly.isOpenToOthers(data)).isFalse();
        assertThat(ReachableFiles.in(data.resolve("kafka"))).isNotEmpty();
        assertThat(OwnerOnly.isOpenToOthers(data.resolve("kafka"))).isFalse();
    }

    private static void assertKafkaIsClosed(Path data) throws Exception {
        var login = ClientLogin.read(data).orElseThrow();
        try (var admin = admin(login.clientProperties())) {
            assertThat(admin.listTopics().names().get()).contains("faceline.people");
        }
        try (var admin = admin(Map.of("bootstrap.servers", login.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.listTopics().names().get()).hasCauseInstanceOf(TimeoutException.class);
        }
        var guess = new ClientLogin(login.bootstrapServers(), login.username(), "guess");
        try (var admin = admin(guess.clientProperties())) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Admin admin(Map<String, String> properties) {
        var all = new HashMap<String, Object>(properties);
        all.put("default.api.timeout.ms", "5000");
        all.put("request.timeout.ms", "5000");
        return Admin.create(all);
    }

    private static void open(Path path) {
        try {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
