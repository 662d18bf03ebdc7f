package io.faceline.ingest.video;

import static io.faceline.ingest.video.VideoServer.MAX_JOBS;
import static io.faceline.ingest.video.VideoServer.MAX_VIDEO_BYTES;
import static io.faceline.ingest.video.VideoServer.VIDEO;
import static io.faceline.ingest.video.VideoServer.VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.TestBroker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How much is taken of a video, of a session and of all, and what is left of an upload that was refused or broke off. */
@Tag("slow")
class VideoUploadLimitsTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @TempDir
    Path folder;

    private VideoServer server;

    @BeforeEach
    void start() {
        server = new VideoServer(BROKER.settings(), folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void videoBeyondTheLimitOfOtherBodies_isTaken() {
        var answer = upload(server.anna(), 70L << 20).expect(202);

        assertThat(answer.json().path("bytes").asLong()).isEqualTo(70L << 20);
    }

    @Test
    void tooMuch_isRefused_andNothingIsKept() {
        assertThat(upload(server.anna(), MAX_VIDEO_BYTES + 1L).problem()).isEqualTo("413 TOO_MANY_BYTES");
        upload(server.anna(), 60L << 20).expect(202);
        assertThat(upload(server.anna(), 41L << 20).problem()).isEqualTo("413 SESSION_SPOOL_FULL");
        assertThat(upload(server.ben(), 61L << 20).problem()).isEqualTo("507 SPOOL_FULL");
        server.assertSpooled(1);
    }

    @Test
    void declaredLength_isRefusedAtOnce() throws IOException {
        try (var socket = begin("Expect: 100-continue\r\nContent-Length: 99999999999")) {
            var answer = new String(socket.getInputStream().readNBytes(30), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void brokenOffUpload_leavesNothing() throws IOException {
        try (var socket = begin("Content-Length: 100000")) {
            socket.getOutputStream().write(VIDEO);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> server.videos.spool().bytes() > 0);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> server.videos.spool().bytes() == 0);
        server.assertSpooled(0);
    }

    @Test
    void jobsOfASession_areBounded() {
        for (var i = 0; i < MAX_JOBS; i++) {
            server.upload("").expect(202);
        }

        var refused = server.upload("");

        assertThat(refused.problem()).isEqualTo("429 TOO_MANY_JOBS");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        upload(server.ben(), VIDEO.length).expect(202);
    }

    /** An upload of Anna's, of which no more than the head is sent. */
    private Socket begin(String headers) throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(10_000);
        var head = "POST " + VIDEOS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + server.anna.reveal()
                + "\r\n" + headers + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** A video of so many bytes, mostly zeros, of undeclared length, never in memory as a whole. */
    private static HttpAnswer upload(TestClient client, long bytes) {
        var video = BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(VIDEO), new Zeros(bytes - VIDEO.length)));
        return client.send("POST", VIDEOS, video);
    }

    private static final class Zeros extends InputStream {
        private long left;

        private Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            var zeros = (int) Math.min(count, left);
            Arrays.fill(into, from, from + zeros, (byte) 0);
            left -= zeros;
            return zeros == 0 ? -1 : zeros;
        }
    }
}
