package io.faceline.ingest.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Eight images in flight, two per caller. */
class FairSchedulerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FairScheduler scheduler = new FairScheduler(8, LONG, Runnable::run);
    private final List<Work> begun = new ArrayList<>();

    private record Work(String caller, CompletableFuture<String> end) {}

    @Test
    void oneCaller_hasAShareUnderWayAndTheRestWaits() {
        for (var i = 0; i < 5; i++) {
            submit("anna", 1);
        }

        assertThat(begun).hasSize(2);
        assertThat(scheduler.waiting()).isEqualTo(3);

        begun.get(0).end.complete("done");

        assertThat(begun).hasSize(3);
    }

    @Test
    void thoseWhoWait_takeTurns() {
        for (var caller : List.of("a", "b", "c", "d")) {
            submit(caller, 1);
            submit(caller, 1);
        }
        for (var i = 0; i < 4; i++) {
            submit("anna", 1);
        }
        submit("ben", 1);

        begun.get(0).end.complete("done");
        begun.get(1).end.complete("done");

        assertThat(begun.subList(8, 10)).extracting(Work::caller).containsExactly("anna", "ben");
    }

    @Test
    void manyImagesOfOneRequest_goAloneAndAreNotPassed() {
        submit("a", 1);
        submit("anna", 20);
        submit("b", 1);

        assertThat(begun).extracting(Work::caller).containsExactly("a");

        begun.get(0).end.complete("done");
        assertThat(begun).extracting(Work::caller).containsExactly("a", "anna");

        begun.get(1).end.complete("done");
        assertThat(begun).extracting(Work::caller).containsExactly("a", "anna", "b");
    }

    @Test
    void whatWouldWaitTooLong_isRefusedAtOnce() {
        for (var i = 0; i < 2 + 8; i++) {
            submit("anna", 1);
        }

        assertThatThrownBy(() -> submit("anna", 1))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo("TOO_BUSY"));
        assertThat(submit("ben", 1)).isNotDone();
        assertThat(begun).extracting(Work::caller).contains("ben");
    }

    @Test
    void allThatWait_areBounded() {
        var refused = 0;
        for (var i = 0; i < 100; i++) {
            try {
                submit("caller " + i, 1);
            } catch (ProblemException e) {
                refused++;
            }
        }

        assertThat(scheduler.inFlight()).isEqualTo(8);
        assertThat(scheduler.waiting()).isEqualTo(32);
        assertThat(refused).isEqualTo(60);
    }

    @Test
    void whoeverWaitsTooLong_isToldAndForgotten() {
        var impatient = new FairScheduler(1, Duration.ofMillis(20), Runnable::run);
        var first = impatient.submit("anna", 1, () -> new CompletableFuture<String>());
        assertThat(first).isNotDone();

        var late = impatient.submit("ben", 1, () -> CompletableFuture.completedFuture("done"));

        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("TIMEOUT"));
        assertThat(impatient.waiting()).isZero();
        assertThat(impatient.inFlight()).isEqualTo(1);
    }

    @Test
    void workThatFails_givesItsTurnBack() {
        assertThatThrownBy(scheduler.submit("anna", 3, () -> {
                    throw new IllegalStateException("a bug");
                })::join)
                .hasRootCauseMessage("a bug");

        assertThat(scheduler.inFlight()).isZero();
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void anyOrderOfEvents_staysWithinBoundsAndEndsEmpty() {
        var random = new Random(4);
        for (var step = 0; step < 5000; step++) {
            try {
                submit("caller " + random.nextInt(6), 1 + random.nextInt(4));
            } catch (ProblemException e) {
                assertThat(e.code()).isEqualTo("TOO_BUSY");
            }
            assertThat(scheduler.inFlight()).isLessThanOrEqualTo(8);
            assertThat(scheduler.waiting()).isLessThanOrEqualTo(32);
            if (random.nextBoolean()) {
                begun.remove(random.nextInt(begun.size())).end.complete("done");
            }
        }
        while (!begun.isEmpty()) {
            begun.remove(0).end.complete("done");
        }

        assertThat(scheduler.inFlight()).isZero();
        assertThat(scheduler.waiting()).isZero();
    }

    private CompletableFuture<String> submit(String caller, int images) {
        return scheduler.submit(caller, images, () -> {
            var work = new Work(caller, new CompletableFuture<>());
            begun.add(work);
            return work.end;
        });
    }
}
