package io.faceline.delivery.ledger;

import static io.faceline.delivery.SampleReceiver.DOOR;
import static io.faceline.delivery.ledger.LedgerBench.DELIVERED;
import static io.faceline.delivery.ledger.LedgerBench.DOWN;
import static io.faceline.delivery.ledger.LedgerBench.REFUSED;
import static io.faceline.delivery.ledger.LedgerBench.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.delivery.SampleAlert;
import io.faceline.delivery.channel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of messages that a receiver does not accept. */
class LedgerFailuresTest {
    private static final SampleAlert ADA = SampleAlert.opened("track-1", START);

    private final LedgerBench bench = new LedgerBench(DOOR);

    private List<SampleAlert> ten() {
        var ten = IntStream.range(0, 10)
                .mapToObj(n -> SampleAlert.opened("track-" + n, START.plusMillis(n)))
                .toList();
        ten.forEach(bench::heard);
        return ten;
    }

    private static AlertId alert(Turn.Tell tell) {
        return tell.deliveries().get(0).alert();
    }

    @Test
    void receiverThatIsDown_isProbedByOneMessage_lessAndLessOften() {
        ten();
        bench.runFor(Duration.ofMinutes(10), tell -> DOWN);

        assertThat(bench.told).hasSizeBetween(8, 12);
        assertThat(bench.status().isUp()).isFalse();
        assertThat(bench.status().reason()).isEqualTo("down");
        assertThat(bench.status().waiting()).isEqualTo(10);

        bench.runFor(Duration.ofMinutes(6), tell -> DELIVERED);
        assertThat(bench.status().isUp()).isTrue();
        assertThat(bench.deliveries.values()).allMatch(each -> each.state() == DeliveryState.DELIVERED);
    }

    @Test
    void restart_keepsAttemptsAndDueTimes() {
        bench.heard(ADA);
        bench.runFor(Duration.ofMinutes(2), tell -> DOWN);
        var before = bench.of(ADA);
        var told = bench.told.size();

        bench.restart();
        bench.run(DELIVERED);

        assertThat(bench.told).hasSize(told);
        assertThat(((Turn.Wait) bench.ledger.turn()).until()).contains(Objects.requireNonNull(before.nextTryAt()));
        bench.runFor(Duration.ofMinutes(5), tell -> DOWN);
        assertThat(bench.of(ADA).attempts()).isGreaterThan(before.attempts());
    }

    @Test
    void retryAfter_isKept() {
        bench.heard(ADA);
        bench.run(new Outcome.Unreachable("answered 429", Optional.of(Duration.ofMinutes(7)), false));

        assertThat(bench.of(ADA).nextTryAt()).isEqualTo(START.plus(Duration.ofMinutes(7)));
        assertThat(((Turn.Wait) bench.ledger.turn()).until()).contains(START.plus(Duration.ofMinutes(7)));
    }

    @Test
    void messageThatIsRefused_isSetAsideAfterThreeTries_whileOthersGoOn() {
        var ten = ten();
        var bad = ten.get(3).id();
        bench.runFor(Duration.ofMinutes(1), tell -> alert(tell).equals(bad) ? REFUSED : DELIVERED);

        assertThat(bench.told).hasSize(12);
        assertThat(bench.of(ten.get(3)).state()).isEqualTo(DeliveryState.SET_ASIDE);
        assertThat(bench.of(ten.get(3)).attempts()).isEqualTo(2);
        assertThat(bench.of(ten.get(3)).reason()).isEqualTo("answered 400");
        assertThat(ten.stream().filter(each -> bench.of(each).state() == DeliveryState.DELIVERED))
                .hasSize(9);
        assertThat(bench.status().isUp()).isTrue();
    }

    @Test
    void twoMessagesThatAreRefused_amongOthers_areSetAside() {
        var ten = ten();
        var bad = List.of(ten.get(3).id(), ten.get(4).id());
        bench.runFor(Duration.ofMinutes(10), tell -> bad.contains(alert(tell)) ? REFUSED : DELIVERED);
        bench.heard(SampleAlert.opened("track-11", bench.now));
        bench.runFor(Duration.ofMinutes(10), tell -> bad.contains(alert(tell)) ? REFUSED : DELIVERED);

        assertThat(bad).allMatch(id -> bench.deliveries.values().stream()
                .anyMatch(each -> each.alert().equals(id) && each.state() == DeliveryState.SET_ASIDE));
    }

    @Test
    void receiverThatRefusesEverything_isAtFault_andAllWaits() {
        ten();
        var refused = new Outcome.Refused("answered 401", Optional.of(Duration.ofMinutes(7)));
        bench.runFor(Duration.ofHours(1), tell -> refused);

        assertThat(bench.deliveries.values()).allMatch(each -> each.state() == DeliveryState.WAITING);
        assertThat(bench.status().isUp()).isFalse();
        assertThat(bench.status().reason())
                .isEqualTo("It refuses every message: answered 401. Its clock is 7 min ahead of ours, which makes it"
                        + " refuse signatures");
        assertThat(bench.status().clockAheadMillis()).isEqualTo(420_000);

        bench.runFor(Duration.ofMinutes(6), tell -> DELIVERED);
        assertThat(bench.deliveries.values()).allMatch(each -> each.state() == DeliveryState.DELIVERED);
        assertThat(bench.status().isUp()).isTrue();
    }

    @Test
    void receiverThatIsGone_isDisabled_andNothingIsLost() {
        ten();
        bench.run(new Outcome.Gone("answered 410"));

        assertThat(bench.told).hasSize(1);
        assertThat(Objects.requireNonNull(bench.disabled).enabled()).isFalse();
        assertThat(bench.disabled.disabledBecause()).isEqualTo("answered 410");
        assertThat(bench.deliveries.values()).allMatch(each -> each.state() == DeliveryState.SET_ASIDE);
    }

    @Test
    void whatIsNotDeliveredInTime_expires_andCanBeSentByHand() {
        var bench = new LedgerBench(DOOR.within(5));
        bench.heard(ADA);
        bench.runFor(Duration.ofMinutes(1), tell -> DOWN);

        assertThat(bench.of(ADA).state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(bench.of(ADA).reason()).isEqualTo("It could not be delivered in time: down");
        bench.pass(Duration.ofHours(1));
        var told = bench.told.size();
        bench.run(DELIVERED);
        assertThat(bench.told).hasSize(told);

        bench.ledger.resend(Requests.resend(bench.now));
        bench.run(DELIVERED);
        assertThat(bench.of(ADA).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void test_isTriedAtOnce_alsoIfTheReceiverIsDown_andSaysWhatCameOfIt() {
        bench.heard(ADA);
        bench.run(DOWN);
        bench.ledger.test(Requests.test(bench.now));

        var turn = (Turn.Try) bench.ledger.turn();
        bench.ledger.came(turn, REFUSED);
        assertThat(bench.status().test()).isEqualTo("answered 400");
        assertThat(bench.status().testRequest()).isEqualTo("test-1");
        assertThat(bench.status().isUp()).isFalse();

        bench.ledger.came(turn, DELIVERED);
        assertThat(bench.status().test()).isEqualTo("The receiver accepted it");
        assertThat(bench.status().isUp()).isTrue();
    }
}
