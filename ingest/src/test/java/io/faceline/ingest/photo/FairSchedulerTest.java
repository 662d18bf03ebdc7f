package io.faceline.ingest.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.web.limits.ClientKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Eight images in flight, two per caller, unless a test says otherwise: an address may have all. */
class FairSchedulerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final AddressSettings NO_SHARES = new AddressSettings(Set.of(), 100);

    private FairScheduler scheduler =
            new FairScheduler(new FairScheduler.Capacity(8, 32), NO_SHARES, LONG, Runnable::run);
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
    void imagesOfOneRequest_takeTurnsLikeOthers() {
        submit("anna", 20);
        submit("ben", 1);

        assertThat(begun).extracting(Work::caller).containsExactly("anna", "anna", "ben");
        assertThat(scheduler.waiting()).isEqualTo(18);
    }

    /** An address has its turn once in a round, under however many names its requests come. */
    @Test
    void manyCallersOfOneAddress_delayAnotherAddressByOne() {
        scheduler = new FairScheduler(new FairScheduler.Capacity(8, 32), AddressSettings.DEFAULT, LONG, Runnable::run);
        for (var i = 0; i < 10; i++) {
            submit(new ClientKey("attacker", "made up " + i), 1);
        }
        assertThat(begun).as("half of all, though nobody else is there").hasSize(4);

        submit(new ClientKey("elsewhere", "ben"), 1);

        assertThat(begun).extracting(Work::caller).last().isEqualTo("ben");
    }

    /** Three attackers, each with all that it gets, and a visitor whose request begins at once. */
    @Test
    void attackersFromAFewAddresses_leaveATurnForAVisitor() {
        scheduler =
                new FairScheduler(new FairScheduler.Capacity(64, 256), AddressSettings.DEFAULT, LONG, Runnable::run);
        for (var i = 0; i < 100; i++) {
            for (var attacker : List.of("a", "b", "c")) {
                try {
                    submit(new ClientKey(attacker, attacker + i), 1);
                } catch (ProblemException e) {
                    assertThat(e.code()).isEqualTo("TOO_BUSY");
                }
            }
        }

        submit(new ClientKey("visitor", "visitor"), 1);

        assertThat(begun).extracting(Work::caller).last().isEqualTo("visitor");
    }

    @Test
    void largestRequest_isAcceptedOfEveryAddress() {
        scheduler = new FairScheduler(new FairScheduler.Capacity(1, 4), AddressSettings.DEFAULT, LONG, Runnable::run);

        submit(new ClientKey("a", "anna"), ImageRequest.MAX_IMAGES);

        assertThat(scheduler.waiting()).isEqualTo(ImageRequest.MAX_IMAGES - 1);
    }

    /** As of a camera that disconnects. */
    @Test
    void cancelledRequest_isWithdrawn_andNotBegun() {
        submit("anna", 2);
        var third = submit("anna", 1).get(0);

        third.cancel(false);

        assertThat(scheduler.waiting()).isZero();
        begun.get(0).end.complete("done");
        assertThat(begun).hasSize(2);
        assertThat(scheduler.inFlight()).isEqualTo(1);
    }

    /** A photo that takes long to decode, for example; its place is free only when that ends. */
    @Test
    void deadline_isOneForTheTurnAndTheWork() {
        scheduler =
                new FairScheduler(new FairScheduler.Capacity(1, 4), NO_SHARES, Duration.ofMillis(20), Runnable::run);

        var late = submit("anna", 1).get(0);

        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("TIMEOUT"));
        assertThat(scheduler.inFlight()).isEqualTo(1);

        begun.get(0).end.complete("too late");
        assertThat(scheduler.inFlight()).isZero();
    }

    @Test
    void whatWouldWaitTooLong_isRefusedAtOnce() {
        for (var i = 0; i < 2 + ImageRequest.MAX_IMAGES; i++) {
            submit("anna", 1);
        }

        assertThatThrownBy(() -> submit("anna", 1))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo("TOO_BUSY"));
        assertThat(submit("ben", 1).get(0)).isNotDone();
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
        scheduler =
                new FairScheduler(new FairScheduler.Capacity(1, 4), NO_SHARES, Duration.ofMillis(20), Runnable::run);
        submit("anna", 1);

        var late = submit("ben", 1).get(0);

        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("TIMEOUT"));
        assertThat(scheduler.waiting()).isZero();
        assertThat(scheduler.inFlight()).isEqualTo(1);
    }

    @Test
    void workThatFails_givesItsTurnBack() {
        Supplier<CompletableFuture<String>> bug = () -> {
            throw new IllegalStateException("a bug");
        };
        var failed = scheduler.submit(new ClientKey("a", "anna"), List.of(bug, bug, bug));

        assertThat(failed).allSatisfy(one -> assertThatThrownBy(one::join).hasRootCauseMessage("a bug"));
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

    /** From an address of the caller's own. */
    private List<CompletableFuture<String>> submit(String caller, int images) {
        return submit(new ClientKey("address of " + caller, caller), images);
    }

    private List<CompletableFuture<String>> submit(ClientKey client, int images) {
        Supplier<CompletableFuture<String>> work = () -> {
            var started = new Work(client.caller(), new CompletableFuture<>());
            begun.add(started);
            return started.end;
        };
        return scheduler.submit(client, Collections.nCopies(images, work));
    }
}
