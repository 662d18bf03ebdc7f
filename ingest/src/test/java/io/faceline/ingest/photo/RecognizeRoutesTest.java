package io.faceline.ingest.photo;

import static io.faceline.ingest.photo.PhotoServer.IMAGE;
import static io.faceline.ingest.photo.PhotoServer.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.ingest.transport.TraceParent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecognizeRoutesTest {
    private static final String RECOGNIZE = "/api/v1/recognize";

    private final PhotoServer server = new PhotoServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void image_isTakenInEachForm() {
        var base64 = Base64.getEncoder().encodeToString(IMAGE);

        server.recognize(IMAGE).expect(200);
        server.nobody().post(RECOGNIZE, "{\"image\":\"" + base64 + "\"}").expect(200);
        server.nobody()
                .post(RECOGNIZE, "{\"image\":\"data:image/png;base64," + base64 + "\"}")
                .expect(200);
        server.nobody().post(RECOGNIZE, form(IMAGE)).expect(200);

        assertThat(server.lanes).containsOnly(Lane.LIVE);
        assertThat(server.sent).hasSize(4).allMatch(frame -> frame.facts().role() instanceof Role.Probe);
        assertThat(server.sent.stream().map(frame -> frame.facts().session()).distinct())
                .hasSize(4);
    }

    /** In the live lane, the photos of others would wait behind it. */
    @Test
    void veryLargeImage_takesTheBulkLane() throws IOException {
        server.recognize(blank(4000, 4000)).expect(200);
        server.recognize(blank(4000, 4001)).expect(200);

        assertThat(server.lanes).containsExactly(Lane.LIVE, Lane.BULK);
    }

    private static byte[] blank(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg", bytes);
        return bytes.toByteArray();
    }

    @Test
    void base64OfUrls_isTaken() {
        var base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(IMAGE);

        server.nobody().post(RECOGNIZE, "{\"image\":\"" + base64 + "\"}").expect(200);

        assertThat(server.sent.get(0).image()).isEqualTo(Outcome.made(Blob.wrap(IMAGE)));
    }

    @Test
    void costlyImage_isRefusedForGood() {
        server.answer(frame -> TestFrames.match(frame.facts())
                .outcome(Outcome.failed(FailureCode.TOO_COSTLY, "too many scans"))
                .build());

        assertThat(server.recognize(IMAGE).problem()).isEqualTo("422 TOO_COSTLY");
        assertThat(server.recognize(IMAGE).header("Retry-After")).isEmpty();
        assertThat(server.sent).hasSize(2);
    }

    @Test
    void imageIsRefused_diskIsFull_untilThereIsRoomAgain() {
        server.serverDisk.setFree(1_000_000);
        assertThat(server.recognize(IMAGE).problem()).isEqualTo("507 DISK_FULL");
        assertThat(server.sent).isEmpty();

        server.serverDisk.setFree(2L << 30);

        server.recognize(IMAGE).expect(200);
    }

    @Test
    void visitor_isSearchedUnderTheVisitorsSession() {
        server.anna().post(RECOGNIZE, "image/png", IMAGE);
        server.nobody()
                .with("Cookie", "faceline-session=" + server.anna.reveal())
                .post("/api/v1/detect", "image/png", IMAGE);

        assertThat(server.sent).extracting(frame -> frame.facts().session()).containsOnly(server.anna.session());
        assertThat(server.sent.get(1).facts().role()).isEqualTo(new Role.Detect());
    }

    @Test
    void frameOfASessionThatEndedMeanwhile_isToldSo() {
        server.answer(frame -> TestFrames.match(frame.facts())
                .outcome(Outcome.failed(FailureCode.SESSION_ENDED, "the session has ended"))
                .build());

        assertThat(server.anna().post(RECOGNIZE, "image/png", IMAGE).problem()).isEqualTo("401 SESSION_ENDED");
    }

    @Test
    void anonymousSession_isReplacedOnceItHasExpired() {
        server.recognize(IMAGE).expect(200);
        var before = server.sent.get(0).facts().session();
        server.ended.add(before);

        for (var i = 0; i < 40; i++) {
            server.recognize(IMAGE).expect(200);
        }

        assertThat(server.sent.subList(1, server.sent.size()))
                .extracting(frame -> frame.facts().session())
                .doesNotContain(before);
    }

    @Test
    void facesAreAtTheTop_andInTheOutcomeAsBefore() {
        for (var path : List.of(RECOGNIZE, "/api/v1/detect")) {
            var answer = server.nobody().post(path, form(IMAGE)).expect(200).json();

            assertThat(answer.at("/faces")).hasSize(1).isEqualTo(answer.at("/outcome/value/faces"));
            assertThat(answer.at("/outcome/kind").asText()).isEqualTo("made");
            assertThat(answer.at("/facts/id").asText()).startsWith("request-");
        }
    }

    @Test
    void traceOfTheRequest_isThatOfItsFrames() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        server.nobody().with("traceparent", trace).post(RECOGNIZE, form(IMAGE)).expect(200);
        server.nobody()
                .with("traceparent", "no trace")
                .post(RECOGNIZE, form(IMAGE))
                .expect(200);
        server.recognize(IMAGE).expect(200);

        assertThat(server.traces).containsExactly(new TraceParent(trace), TraceParent.NONE, TraceParent.NONE);
    }

    @Test
    void galleryVersionOfTheRequest_isTheMinimumOfItsFrame() {
        var header = "Faceline-Gallery-Version";

        server.nobody().with(header, "42").post(RECOGNIZE, form(IMAGE)).expect(200);
        server.nobody().with(header, "-7").post(RECOGNIZE, form(IMAGE)).expect(200);
        var refused = server.nobody().with(header, "new").post(RECOGNIZE, form(IMAGE));

        assertThat(server.sent)
                .extracting(frame -> frame.facts().minGalleryVersion())
                .containsExactly(42L, -1L);
        assertThat(refused.problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void whatIsNoImage_isRefusedAndNeverSent() {
        assertThat(server.recognize(new byte[0]).problem()).isEqualTo("400 EMPTY_FILE");
        server.recognize("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                .expect(415);
        assertThat(server.nobody().post(RECOGNIZE, "[]").problem()).isEqualTo("400 BAD_JSON");
        for (var text : List.of("*", "%%%", "hello, this is no base64!!")) {
            assertThat(server.nobody()
                            .post(RECOGNIZE, "{\"image\":\"" + text + "\"}")
                            .problem())
                    .isEqualTo("400 BAD_BASE64");
        }
        assertThat(server.nobody().post(RECOGNIZE, form()).problem()).isEqualTo("400 NO_IMAGE");
        assertThat(server.nobody().post(RECOGNIZE, form(IMAGE, IMAGE)).problem())
                .isEqualTo("422 TOO_MANY_IMAGES");
        assertThat(server.sent).isEmpty();
    }

    @Test
    void requestsWithoutAnswer_areToldThatTheServiceStops() {
        server.answerNothing();
        var waiting = CompletableFuture.supplyAsync(() -> server.recognize(IMAGE));
        await().until(() -> server.sent.size() == 1);

        server.close();

        assertThat(waiting.join().problem()).isEqualTo("503 NOT_READY");
        assertThat(waiting.join().header("Retry-After")).isEqualTo("1");
    }

    @Test
    void frameWithoutAnswer_isAClearProblem() {
        server.answer(frame -> {
            throw new IllegalStateException(new TimeoutException());
        });
        server.recognize(IMAGE).expect(504);

        server.answer(frame -> {
            throw new IllegalStateException(new FrameLostException("a stage could not work on it"));
        });
        assertThat(server.recognize(IMAGE).problem()).isEqualTo("502 FRAME_LOST");
    }
}
