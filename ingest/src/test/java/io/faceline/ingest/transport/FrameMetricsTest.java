package io.faceline.ingest.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.metrics.Metrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameMetricsTest {
    private static final SessionId SESSION = SessionId.ofSecret("anna");

    private final PrometheusMeterRegistry registry = Metrics.registry();
    private final FrameMetrics metrics = new FrameMetrics();
    private CompletableFuture<Match> answer = new CompletableFuture<>();
    private final SendFrame sender = metrics.counting((lane, frame) -> answer);

    @BeforeEach
    void bind() {
        metrics.bindTo(registry);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void everyFrame_endsInExactlyOneWay() {
        ended(Outcome.made(new Faces<>(4, 4, List.of())));
        ended(Outcome.dropped(DropReason.REPLACED_BY_NEWER));
        ended(Outcome.failed(FailureCode.TOO_SMALL, "too small"));
        ended(new TimeoutException());
        ended(new FrameLostException("gone"));
        metrics.dropped(Lane.LIVE, DropReason.REPLACED_BY_NEWER);

        assertThat(metrics.inFlight()).isZero();
        assertThat(registry.scrape())
                .contains("faceline_frames_in_total{lane=\"bulk\"} 5.0")
                .contains("faceline_frames_in_total{lane=\"live\"} 1.0")
                .contains("faceline_frames_out_total{outcome=\"faces\",reason=\"\"} 1.0")
                .contains("faceline_frames_out_total{outcome=\"dropped\",reason=\"REPLACED_BY_NEWER\"} 2.0")
                .contains("faceline_frames_out_total{outcome=\"failed\",reason=\"TOO_SMALL\"} 1.0")
                .contains("faceline_frames_out_total{outcome=\"failed\",reason=\"TIMEOUT\"} 1.0")
                .contains("faceline_frames_out_total{outcome=\"failed\",reason=\"FRAME_LOST\"} 1.0")
                .contains("faceline_frame_seconds_count{lane=\"bulk\"} 5");
    }

    @Test
    void frame_isInFlightUntilItEnds() {
        var sent = sender.send(Lane.LIVE, frame());

        assertThat(metrics.inFlight()).isOne();
        answer.complete(match(Outcome.dropped(DropReason.REPLACED_BY_NEWER)));

        assertThat(sent).isCompleted();
        assertThat(metrics.inFlight()).isZero();
    }

    private void ended(Outcome<Faces<MatchedFace>> outcome) {
        answer = CompletableFuture.completedFuture(match(outcome));
        assertThat(sender.send(Lane.BULK, frame()).join().outcome()).isEqualTo(outcome);
    }

    private void ended(Exception failure) {
        answer = CompletableFuture.failedFuture(failure);
        assertThat(catchThrowable(sender.send(Lane.BULK, frame())::join)).hasCause(failure);
    }

    private static Frame frame() {
        return new Frame(facts(), Outcome.made(Blob.of(new byte[1])));
    }

    private static FrameFacts facts() {
        return new FrameFacts(
                FrameId.of("job-1", 0),
                SESSION,
                new Role.Probe(),
                "job-1",
                0,
                Instant.EPOCH,
                null,
                FrameFacts.ANY_GALLERY);
    }

    private static Match match(Outcome<Faces<MatchedFace>> outcome) {
        return new Match(
                facts(), outcome, "model@1", new Thresholds(0.5, 0.4, 0.05, 0.4), -1, Instant.EPOCH, null, null);
    }
}
