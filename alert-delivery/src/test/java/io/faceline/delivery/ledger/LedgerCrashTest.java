package io.faceline.delivery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.delivery.SampleAlert;
import io.faceline.delivery.SampleReceiver;
import io.faceline.delivery.channel.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A receiver that fails in every way, of a process that ends at any moment: also after the receiver accepted and before that
 * was written, and after an alert was read and before its offset was committed.
 */
class LedgerCrashTest {
    private static final int SEEDS = 200;
    private static final int STEPS = 150;
    private static final int ALERTS = 5;

    @TestFactory
    List<DynamicTest> everyRevisionThatTells_arrives_inOrder_andNothingThatWasAcceptedIsSentAgain() {
        var tests = new ArrayList<DynamicTest>();
        for (var seed = 0; seed < SEEDS; seed++) {
            var script = new Script(seed);
            tests.add(DynamicTest.dynamicTest("seed " + seed, script::run));
        }
        return tests;
    }

    private static final class Script {
        private final Random random;
        private final LedgerBench bench = new LedgerBench(SampleReceiver.DOOR);
        /** The topic of alerts, all of it, and how much of it is committed. */
        private final List<SampleAlert> topic = new ArrayList<>();

        private int committed;
        /** What the receiver accepted, by alert: also what the process does not know of. */
        private final Map<AlertId, Long> accepted = new HashMap<>();

        private final Set<AlertId> acceptedForSure = new HashSet<>();
        private final Map<AlertId, Long> known = new HashMap<>();

        Script(long seed) {
            this.random = new Random(seed);
        }

        void run() {
            for (var step = 0; step < STEPS; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> written();
                    case 1 -> read();
                    case 2 -> told(this::anything);
                    case 3 -> bench.pass(Duration.ofSeconds(random.nextInt(30)));
                    default -> restart();
                }
            }
            read();
            bench.runFor(Duration.ofMinutes(10), this::accept);
            assertAllWasTold();
        }

        private void restart() {
            if (random.nextInt(4) == 0) {
                bench.restart();
                // Nothing after the committed offset counts as read.
                committed = Math.max(0, committed - random.nextInt(4));
            }
        }

        private void written() {
            var name = "track-" + random.nextInt(ALERTS);
            var last =
                    topic.stream().filter(each -> each.opening().equals(name)).reduce((one, other) -> other);
            topic.add(last.map(this::next).orElseGet(() -> SampleAlert.opened(name, bench.now)));
        }

        private SampleAlert next(SampleAlert last) {
            if (last.state() == AlertState.CLOSED) {
                return last;
            }
            return switch (random.nextInt(6)) {
                case 0 -> last.closed(AlertReason.ENDED, bench.now);
                case 1 -> last.closed(AlertReason.CORRECTED, bench.now);
                case 2, 3 -> last.next(false, bench.now, AlertNews.BETTER_SHOT);
                default -> last.next(true, bench.now, AlertNews.LEVEL);
            };
        }

        private void read() {
            topic.subList(committed, topic.size()).forEach(bench::heard);
            committed = topic.size();
        }

        private void told(Function<Turn.Tell, Outcome> receiver) {
            if (bench.ledger.turn() instanceof Turn.Tell tell) {
                var outcome = receiver.apply(tell);
                if (random.nextInt(8) == 0) {
                    // The process ends before the answer is written.
                    bench.restart();
                    return;
                }
                bench.ledger.came(tell, outcome);
                if (outcome instanceof Outcome.Delivered) {
                    known.put(alert(tell), revision(tell));
                }
            }
        }

        private Outcome anything(Turn.Tell tell) {
            return switch (random.nextInt(5)) {
                case 0 -> LedgerBench.DOWN;
                case 1 -> {
                    accept(tell);
                    yield LedgerBench.TIMED_OUT;
                }
                case 2 -> LedgerBench.TIMED_OUT;
                case 3 -> new Outcome.Unreachable("answered 429", Optional.of(Duration.ofSeconds(9)), false);
                default -> accept(tell);
            };
        }

        private Outcome accept(Turn.Tell tell) {
            var alert = alert(tell);
            var revision = revision(tell);
            assertThat(revision).isGreaterThan(known.getOrDefault(alert, 0L));
            assertThat(revision).isGreaterThanOrEqualTo(accepted.getOrDefault(alert, 0L));
            accepted.put(alert, revision);
            acceptedForSure.add(alert);
            return LedgerBench.DELIVERED;
        }

        private static AlertId alert(Turn.Tell tell) {
            return tell.deliveries().get(0).alert();
        }

        private static long revision(Turn.Tell tell) {
            return Choice.alert(tell.deliveries().get(0)).revision();
        }

        /** Who was told of an alert knows its last revision that tells; who was not need not hear that it was wrong. */
        private void assertAllWasTold() {
            for (var n = 0; n < ALERTS; n++) {
                var name = "track-" + n;
                var revisions = topic.stream()
                        .filter(each -> each.opening().equals(name))
                        .toList();
                if (!revisions.isEmpty()) {
                    assertTold(revisions);
                }
            }
            assertThat(bench.deliveries.values()).noneMatch(each -> each.state() == DeliveryState.WAITING);
        }

        private void assertTold(List<SampleAlert> revisions) {
            var alert = revisions.get(0).id();
            var last = revisions.get(revisions.size() - 1);
            var isCorrected = last.reason() == AlertReason.CORRECTED;
            if (!isCorrected || acceptedForSure.contains(alert)) {
                var lastThatTells = revisions.stream()
                        .filter(SampleAlert::notifies)
                        .mapToLong(SampleAlert::revision)
                        .max()
                        .orElseThrow();
                assertThat(accepted.getOrDefault(alert, 0L)).isGreaterThanOrEqualTo(lastThatTells);
            }
        }
    }
}
