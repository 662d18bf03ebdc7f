package io.faceline.delivery.ledger;

import static io.faceline.delivery.SampleReceiver.DOOR;
import static io.faceline.delivery.ledger.LedgerBench.DELIVERED;
import static io.faceline.delivery.ledger.LedgerBench.DOWN;
import static io.faceline.delivery.ledger.LedgerBench.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.delivery.SampleAlert;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Batches, late news and the lid. */
class LedgerGatheringTest {
    private static SampleAlert opened(int number, Instant at) {
        return SampleAlert.opened("track-" + number, at);
    }

    @Test
    void batch_isSent_afterItsTimeFromTheFirst_howeverManyFollow() {
        var bench = new LedgerBench(DOOR.batch(300));
        for (var n = 0; n < 30; n++) {
            bench.heard(opened(n, bench.now));
            bench.runFor(Duration.ofSeconds(9), tell -> DELIVERED);
        }
        assertThat(bench.told).isEmpty();
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).containsExactly("BATCH of 30");
        assertThat(bench.deliveries.values()).allMatch(each -> each.state() == DeliveryState.DELIVERED);
    }

    @Test
    void batchThatFails_isTheSameMessageAgain_alsoAfterARestart() {
        var bench = new LedgerBench(DOOR.batch(10));
        bench.heard(opened(1, bench.now));
        bench.heard(opened(2, bench.now));
        bench.pass(Duration.ofSeconds(10));
        bench.run(DOWN);
        bench.restart();
        bench.heard(opened(3, bench.now));
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).containsExactly("BATCH of 2", "BATCH of 2", "alert.opened 1");
    }

    @Test
    void backlog_isOneDigest_ofWhoWantsOne() {
        var bench = new LedgerBench(DOOR.with(LatePolicy.DIGEST));
        for (var n = 0; n < 40; n++) {
            bench.heard(opened(n, START.minus(Duration.ofHours(2)).plusSeconds(n)));
        }
        bench.heard(opened(41, START));
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).containsExactlyInAnyOrder("alert.opened 1", "LATE of 40");
    }

    @Test
    void newsThatBecameOld_whileTheReceiverWasDown_areGatheredOrDropped() {
        for (var policy : new LatePolicy[] {LatePolicy.DIGEST, LatePolicy.DROP, LatePolicy.SEND}) {
            var bench = new LedgerBench(DOOR.with(policy));
            for (var n = 0; n < 4; n++) {
                bench.heard(opened(n, START.plusSeconds(n)));
            }
            bench.runFor(Duration.ofMinutes(20), tell -> DOWN);
            bench.told.clear();
            bench.runFor(Duration.ofMinutes(10), tell -> DELIVERED);

            switch (policy) {
                case DROP -> assertThat(bench.told).isEmpty();
                case DIGEST ->
                    assertThat(bench.told)
                            .allMatch(message -> message.startsWith("LATE of"))
                            .hasSizeLessThan(3);
                default -> assertThat(bench.told).hasSize(4);
            }
        }
    }

    @Test
    void endOfWhatWasTold_isTold_howeverLate() {
        var bench = new LedgerBench(DOOR.with(LatePolicy.DROP));
        var ada = opened(1, START);
        bench.heard(ada);
        bench.run(DELIVERED);
        bench.heard(ada.closed(AlertReason.ENDED, START.plusSeconds(50)));
        bench.runFor(Duration.ofMinutes(20), tell -> DOWN);
        bench.told.clear();
        bench.runFor(Duration.ofMinutes(10), tell -> DELIVERED);

        assertThat(bench.told).containsExactly("alert.closed 2");
    }

    @Test
    void endsAndErasures_ofWhatOnlyASummaryTold_areNotTold_butNewsAre() {
        var bench = new LedgerBench(DOOR.lid(1));
        var told = opened(1, bench.now);
        var summarised = opened(2, bench.now.plusMillis(1));
        var erased = opened(3, bench.now.plusMillis(2));
        bench.heard(told);
        bench.heard(summarised);
        bench.heard(erased);
        bench.runFor(Duration.ofHours(2), tell -> DELIVERED);
        bench.told.clear();
        bench.heard(erased.closed(AlertReason.ERASED, bench.now));
        bench.heard(summarised.closed(AlertReason.ENDED, bench.now));
        bench.run(DELIVERED);
        assertThat(bench.told).isEmpty();

        bench.heard(told.closed(AlertReason.ENDED, bench.now));
        bench.run(DELIVERED);
        assertThat(bench.told).containsExactly("alert.closed 2");
    }

    @Test
    void batchOfMoreThanABodyHolds_isSeveralMessages() {
        var bench = new LedgerBench(DOOR.batch(10));
        for (var n = 0; n < 150; n++) {
            bench.heard(opened(n, bench.now));
        }
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).containsExactly("BATCH of 100", "BATCH of 50");
    }

    @Test
    void moreThanTheLid_isOneSummary_andHighPriorityPasses() {
        var bench = new LedgerBench(DOOR.lid(10));
        for (var n = 0; n < 100; n++) {
            bench.heard(opened(n, bench.now));
            bench.runFor(Duration.ofSeconds(1), tell -> DELIVERED);
        }
        bench.heard(opened(100, bench.now).of(RulePriority.HIGH));
        bench.run(DELIVERED);
        assertThat(bench.told).hasSize(11);

        bench.runFor(Duration.ofHours(1), tell -> DELIVERED);
        assertThat(bench.told).hasSize(12).endsWith("LID of 90");
    }
}
