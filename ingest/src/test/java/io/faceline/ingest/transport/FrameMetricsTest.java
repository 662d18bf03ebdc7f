package io.faceline.ingest.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.runtime.metrics.Metrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameMetricsTest {
    private final PrometheusMeterRegistry registry = Metrics.registry();
    private final FrameMetrics metrics = new FrameMetrics();
    private CompletableFuture<Match> answer = new CompletableFuture<>();
    private final SendFrame sender = metrics.over((lane, frame, trace) -> answer);

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
        var sent = sender.request(Lane.LIVE, TestFrames.frame(0));

        assertThat(metrics.inFlight()).isOne();
        answer.complete(match(Outcome.dropped(DropReason.REPLACED_BY_NEWER)));

        assertThat(sent).isCompleted();
        assertThat(metrics.inFlight()).isZero();
    }

    private void ended(Outcome<Faces<MatchedFace>> outcome) {
        answer = CompletableFuture.completedFuture(match(outcome));
        assertThat(sender.request(Lane.BULK, TestFrames.frame(0)).join().outcome())
                .isEqualTo(outcome);
    }

    private void ended(Exception failure) {
        answer = CompletableFuture.failedFuture(failure);
        assertThat(catchThrowable(sender.request(Lane.BULK, TestFrames.frame(0))::join))
                .hasCause(failure);
    }

    private static Match match(Outcome<Faces<MatchedFace>> outcome) {
        return TestFrames.match(TestFrames.facts(0)).outcome(outcome).build();
    }
}
