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

/** Eight images at a time, two of one caller. */
class FairSchedulerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FairScheduler turns = new FairScheduler(8, LONG, Runnable::run);
    private final List<Work> begun = new ArrayList<>();

    private record Work(String caller, CompletableFuture<String> end) {}

    @Test
    void oneCaller_hasAShareUnderWayAndTheRestWaits() {
        for (var i = 0; i < 5; i++) {
            take("anna", 1);
        }

        assertThat(begun).hasSize(2);
        assertThat(turns.waiting()).isEqualTo(3);

        begun.get(0).end.complete("done");

        assertThat(begun).hasSize(3);
    }

    @Test
    void thoseWhoWait_takeTurns() {
        for (var caller : List.of("a", "b", "c", "d")) {
            take(caller, 1);
            take(caller, 1);
        }
        for (var i = 0; i < 4; i++) {
            take("anna", 1);
        }
        take("ben", 1);

        begun.get(0).end.complete("done");
        begun.get(1).end.complete("done");

        assertThat(begun.subList(8, 10)).extracting(Work::caller).containsExactly("anna", "ben");
    }

    @Test
    void manyImagesOfOneRequest_goAloneAndAreNotPassed() {
        take("a", 1);
        take("anna", 20);
        take("b", 1);

        assertThat(begun).extracting(Work::caller).containsExactly("a");

        begun.get(0).end.complete("done");
        assertThat(begun).extracting(Work::caller).containsExactly("a", "anna");

        begun.get(1).end.complete("done");
        assertThat(begun).extracting(Work::caller).containsExactly("a", "anna", "b");
    }

    @Test
    void whatWouldWaitTooLong_isRefusedAtOnce() {
        for (var i = 0; i < 2 + 8; i++) {
            take("anna", 1);
        }

        assertThatThrownBy(() -> take("anna", 1))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo("TOO_BUSY"));
        assertThat(take("ben", 1)).isNotDone();
        assertThat(begun).extracting(Work::caller).contains("ben");
    }

    @Test
    void allThatWait_areBounded() {
        var refused = 0;
        for (var i = 0; i < 100; i++) {
            try {
                take("caller " + i, 1);
            } catch (ProblemException e) {
                refused++;
            }
        }

        assertThat(turns.underWay()).isEqualTo(8);
        assertThat(turns.waiting()).isEqualTo(32);
        assertThat(refused).isEqualTo(60);
    }

    @Test
    void whoeverWaitsTooLong_isToldAndForgotten() {
        var impatient = new FairScheduler(1, Duration.ofMillis(20), Runnable::run);
        var first = impatient.take("anna", 1, () -> new CompletableFuture<String>());
        assertThat(first).isNotDone();

        var late = impatient.take("ben", 1, () -> CompletableFuture.completedFuture("done"));

        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("TIMEOUT"));
        assertThat(impatient.waiting()).isZero();
        assertThat(impatient.underWay()).isEqualTo(1);
    }

    @Test
    void workThatFails_givesItsTurnBack() {
        assertThatThrownBy(turns.take("anna", 3, () -> {
                    throw new IllegalStateException("a bug");
                })::join)
                .hasRootCauseMessage("a bug");

        assertThat(turns.underWay()).isZero();
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void anyOrderOfEvents_staysWithinBoundsAndEndsEmpty() {
        var random = new Random(4);
        for (var step = 0; step < 5000; step++) {
            try {
                take("caller " + random.nextInt(6), 1 + random.nextInt(4));
            } catch (ProblemException e) {
                assertThat(e.code()).isEqualTo("TOO_BUSY");
            }
            assertThat(turns.underWay()).isLessThanOrEqualTo(8);
            assertThat(turns.waiting()).isLessThanOrEqualTo(32);
            if (random.nextBoolean()) {
                begun.remove(random.nextInt(begun.size())).end.complete("done");
            }
        }
        while (!begun.isEmpty()) {
            begun.remove(0).end.complete("done");
        }

        assertThat(turns.underWay()).isZero();
        assertThat(turns.waiting()).isZero();
    }

    private CompletableFuture<String> take(String caller, int images) {
        return turns.take(caller, images, () -> {
            var work = new Work(caller, new CompletableFuture<>());
            begun.add(work);
            return work.end;
        });
    }
}
