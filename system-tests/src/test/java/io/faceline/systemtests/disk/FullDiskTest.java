package io.faceline.systemtests.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.systemtests.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk others fill, on a small file system of its own. */
@Tag("slow")
class FullDiskTest {
    private static final int MIB = 1 << 20;
    private static final int DISK_MIB = 256;
    /** An eighth of the disk must stay free. */
    private static final int BELOW_THE_FLOOR_MIB = 20;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path photo;
    private Path disk;
    private boolean isMounted;
    private ServerProcess server;
    private int starts;
    private URI address;

    @BeforeEach
    void mount() throws Exception {
        photo = photoIn(folder.resolve("people"));
        disk = Files.createDirectory(folder.resolve("disk"));
        isMounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "faceline-test", disk.toString());
        assumeTrue(isMounted, "this user may not mount a small file system");
    }

    @AfterEach
    void unmount() throws Exception {
        if (server != null) {
            server.close();
        }
        if (isMounted) {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void fullDiskIsAnAnswer_andItsMendingIsSurvived() throws Exception {
        startServer();
        var kept = enroll();
        var deleted = enroll();

        fill(free() - (long) BELOW_THE_FLOOR_MIB * MIB);
        assertThat(recognize().statusCode()).isEqualTo(507);
        assertThat(recognize().body()).contains("\"DISK_FULL\"");
        assertThat(get("/health", "").body()).contains("nothing new is accepted");
        assertThat(delete(deleted)).isEqualTo(204);

        empty();
        await().atMost(Duration.ofMinutes(2)).until(() -> recognize().statusCode() == 200);

        fill(free());
        server.awaitEnd("Kafka cannot go on");
        assertThat(server.log()).contains("The data are kept: free some space and start again");
        start();
        assertThat(server.awaitEnd("Kafka cannot start")).isEqualTo(2);
        assertThat(server.log()).contains("Kafka needs 64 MiB to start").doesNotContain("\tat ");

        empty();
        startServer();
        await().atMost(Duration.ofMinutes(2)).until(() -> recognize().statusCode() == 200);
        assertThat(get("/api/v1/people", kept.secret()).body()).contains(kept.id());
        assertThat(get("/api/v1/people", deleted.secret()).body()).doesNotContain(deleted.id());
    }

    /** @param id of a person that the session has enrolled */
    private record Enrolled(String secret, String id) {}

    private Enrolled enroll() throws Exception {
        var session = client.send(
                request("/api/v1/sessions", "").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        var secret = Mappers.JSON.readTree(session.body()).path("token").asText();
        var image = Base64.getEncoder().encodeToString(Files.readAllBytes(photo));
        var body = Mappers.JSON.writeValueAsString(Map.of("name", "Zoë", "image", image));
        var answer = client.send(
                request("/api/v1/people", secret)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        return new Enrolled(
                secret, Mappers.JSON.readTree(answer.body()).path("id").asText());
    }

    private int delete(Enrolled enrolled) throws Exception {
        var request =
                request("/api/v1/people/" + enrolled.id(), enrolled.secret()).DELETE();
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> recognize() throws Exception {
        var request = request("/api/v1/recognize", "")
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofFile(photo));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String secret) throws Exception {
        return client.send(request(path, secret).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String secret) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        return secret.isEmpty() ? request : request.header("Authorization", "Bearer " + secret);
    }

    private static Path photoIn(Path people) throws Exception {
        try (var photos =
                Files.list(TestPhotos.galleryWithTheWoman(people, "Zoë").resolve("Zoë"))) {
            return photos.findFirst().orElseThrow();
        }
    }

    private long free() throws IOException {
        return Files.getFileStore(disk).getUsableSpace();
    }

    /** Writes a file of others, of so many bytes or as many as there is room for. */
    private void fill(long bytes) throws IOException {
        try (var other = Files.newOutputStream(disk.resolve("other"))) {
            var chunk = new byte[MIB];
            for (var left = bytes; left > 0; left -= MIB) {
                other.write(chunk, 0, (int) Math.min(left, MIB));
            }
        } catch (IOException e) {
            // Kafka has taken some of the room meanwhile: the disk is full.
            assertThat(free()).as(e.getMessage()).isLessThan(MIB);
        }
    }

    private void empty() throws IOException {
        Files.delete(disk.resolve("other"));
    }

    private void startServer() throws IOException {
        start();
        address = server.awaitUp().address();
    }

    private void start() throws IOException {
        var log = folder.resolve("log-" + ++starts);
        server = ServerProcess.start("1g", disk.resolve("data"), Map.of(), log);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            // There is no such command on this system.
            return false;
        }
    }
}
