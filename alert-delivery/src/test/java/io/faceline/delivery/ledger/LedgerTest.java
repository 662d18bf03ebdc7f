package io.faceline.delivery.ledger;

import static io.faceline.delivery.SampleReceiver.DOOR;
import static io.faceline.delivery.ledger.LedgerBench.DELIVERED;
import static io.faceline.delivery.ledger.LedgerBench.DOWN;
import static io.faceline.delivery.ledger.LedgerBench.START;
import static io.faceline.delivery.ledger.LedgerBench.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.delivery.SampleAlert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What receivers are told of alerts. */
class LedgerTest {
    private static final SampleAlert ADA = SampleAlert.opened("track-1", START);

    private final LedgerBench bench = new LedgerBench(DOOR);

    @Test
    void newsAreTold_andRevisionsThatTellNothingAreNot() {
        bench.heard(ADA);
        bench.run(DELIVERED);
        var better = ADA.next(false, START.plusSeconds(5), AlertNews.BETTER_SHOT);
        bench.heard(better);
        bench.run(DELIVERED);
        var surer = better.next(true, START.plusSeconds(6), AlertNews.NAME_SURER);
        bench.heard(surer);
        bench.run(DELIVERED);
        bench.heard(surer.closed(AlertReason.ENDED, START.plusSeconds(50)));
        bench.run(DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 1", "alert.updated 3", "alert.closed 4");
        assertThat(bench.of(ADA).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(bench.of(ADA).delivered()).isEqualTo(4);
    }

    @Test
    void replayedRevisions_areNotToldAgain() {
        bench.heard(ADA);
        bench.heard(ADA.next(true, START.plusSeconds(5), AlertNews.LEVEL));
        bench.run(DELIVERED);
        bench.restart();
        bench.heard(ADA);
        bench.heard(ADA.next(true, START.plusSeconds(5), AlertNews.LEVEL));
        bench.run(DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 2");
    }

    @Test
    void whileAReceiverIsBehind_onlyTheNewestRevisionWaits_withWhatWasMissed() {
        bench.heard(ADA);
        bench.run(DOWN);
        var level = ADA.next(true, START.plusSeconds(1), AlertNews.LEVEL);
        bench.heard(level);
        bench.heard(level.next(false, START.plusSeconds(2), AlertNews.BETTER_SHOT));
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 1", "alert.opened 3");
        assertThat(bench.of(ADA).waiting()).isNull();
    }

    @Test
    void missed_isWhatIsNewSinceTheDeliveredRevision() {
        bench.heard(ADA);
        bench.run(DELIVERED);
        bench.run(DOWN);
        var level = ADA.next(true, START.plusSeconds(1), AlertNews.LEVEL);
        bench.heard(level);
        bench.run(DOWN);
        bench.heard(level.next(false, START.plusSeconds(2), AlertNews.BETTER_SHOT));

        assertThat(bench.of(ADA).missed()).containsExactly(AlertNews.LEVEL, AlertNews.BETTER_SHOT);
    }

    @Test
    void endIsTold_ifTheReceiverAsks_andKnowsTheOpening() {
        var bench = new LedgerBench(DOOR.withEnds(false));
        bench.heard(ADA);
        bench.run(DELIVERED);
        bench.heard(ADA.closed(AlertReason.ENDED, START.plusSeconds(50)));
        bench.run(DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 1");
    }

    @Test
    void revisionThatCameWhileAnotherWasUnderWay_isToldNext() {
        bench.heard(ADA);
        var level = ADA.next(true, START.plusSeconds(1), AlertNews.LEVEL);
        bench.run(tell -> {
            bench.heard(level);
            return DELIVERED;
        });

        assertThat(bench.told).containsExactly("alert.opened 1", "alert.updated 2");
    }

    @Test
    void betterShotThatCameWhileAnotherWasUnderWay_isNoMessage() {
        bench.heard(ADA);
        bench.run(tell -> {
            bench.heard(ADA.next(false, START.plusSeconds(1), AlertNews.BETTER_SHOT));
            return DELIVERED;
        });

        assertThat(bench.told).containsExactly("alert.opened 1");
        assertThat(bench.of(ADA).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void correction_reachesWhoWasTold_evenOfAnAttemptThatWasNotAnswered() {
        bench.heard(ADA);
        bench.run(TIMED_OUT);
        bench.heard(ADA.closed(AlertReason.CORRECTED, START.plusSeconds(1)));
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 1", "alert.corrected 2");
    }

    @Test
    void correctionWhileTheOpeningIsUnderWay_isTold() {
        bench.heard(ADA);
        bench.run(tell -> {
            bench.heard(ADA.closed(AlertReason.CORRECTED, START.plusSeconds(1)));
            return DELIVERED;
        });

        assertThat(bench.told).containsExactly("alert.opened 1", "alert.corrected 2");
    }

    @Test
    void correctionAndErasure_dropWhatWaits_ifNobodyWasTold() {
        var grace = SampleAlert.opened("track-2", START);
        bench.heard(ADA);
        bench.heard(grace);
        bench.run(DOWN);
        bench.heard(ADA.closed(AlertReason.CORRECTED, START.plusSeconds(1)));
        bench.heard(grace.closed(AlertReason.ERASED, START.plusSeconds(1)));
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).hasSize(1);
        assertThat(bench.of(ADA).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(bench.of(grace).state()).isEqualTo(DeliveryState.ERASED);
    }

    @Test
    void erasure_reachesWhoWasTold_alsoLong_afterItsTimeToDeliver() {
        var bench = new LedgerBench(DOOR.within(5).withEnds(false).ofRules(SampleAlert.RULE));
        bench.heard(ADA);
        bench.run(DELIVERED);
        bench.pass(Duration.ofDays(2));
        bench.heard(ADA.closed(AlertReason.ERASED, bench.now));
        bench.run(DOWN);
        bench.runFor(Duration.ofMinutes(1), tell -> DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 1", "alert.erased 2", "alert.erased 2");
    }

    @Test
    void mutedAlert_isNotTold_butItsEndIs_toWhoKnewTheOpening() {
        var unknown = SampleAlert.opened("track-2", START);
        bench.heard(ADA);
        bench.run(DELIVERED);
        bench.heard(unknown);
        var mutedUnknown = unknown.mute();
        var mutedAda = ADA.mute();
        bench.heard(mutedUnknown);
        bench.heard(mutedAda);
        bench.run(DELIVERED);
        bench.heard(mutedUnknown.closed(AlertReason.ENDED, START.plusSeconds(60)));
        bench.heard(mutedAda.closed(AlertReason.ENDED, START.plusSeconds(60)));
        bench.run(DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 1", "alert.closed 3");
    }

    @Test
    void alertsOfOtherRules_ofLowerPriority_andOlderOnes_areNotTold() {
        for (var receiver : java.util.List.of(
                DOOR.ofRules(new RuleId("other")), DOOR.from(RulePriority.HIGH), DOOR.since(START.plusSeconds(1)))) {
            var bench = new LedgerBench(receiver);
            bench.heard(ADA);
            bench.run(DELIVERED);

            assertThat(bench.told).isEmpty();
            assertThat(bench.deliveries).isEmpty();
        }
    }

    @Test
    void openingThatCompactionRemoved_isTold() {
        bench.heard(ADA.next(false, START.plusSeconds(5), AlertNews.BETTER_SHOT));
        bench.run(DELIVERED);

        assertThat(bench.told).containsExactly("alert.opened 2");
    }

    @Test
    void receiverThatWasOff_getsWhatItMissed_onlyWhenAsked() {
        bench.change(DOOR.on(false));
        bench.heard(ADA);
        bench.run(DELIVERED);
        assertThat(bench.told).isEmpty();
        assertThat(bench.of(ADA).state()).isEqualTo(DeliveryState.SET_ASIDE);

        bench.pass(Duration.ofHours(2));
        bench.change(DOOR.since(bench.now));
        bench.run(DELIVERED);
        assertThat(bench.told).isEmpty();

        var resend = Requests.resend(bench.now);
        bench.change(DOOR.on(false));
        bench.ledger.resend(resend);
        bench.run(DELIVERED);
        assertThat(bench.told).isEmpty();
        bench.change(DOOR.since(bench.now));
        bench.run(DELIVERED);
        bench.ledger.resend(resend);
        bench.run(DELIVERED);
        assertThat(bench.told).containsExactly("alert.opened 1");
    }

    @Test
    void deletedReceiver_leavesNothing() {
        bench.heard(ADA);
        bench.run(DOWN);
        bench.ledger.delete();

        assertThat(bench.deliveries).isEmpty();
        assertThat(bench.status).isNull();
    }
}
