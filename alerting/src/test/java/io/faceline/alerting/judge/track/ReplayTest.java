package io.faceline.alerting.judge.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestJudge;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.FirstOnly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Crashes, replays and second instances: the same again, with the same ids and revisions, or nothing. */
class ReplayTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");
    private static final List<String> PEOPLE = List.of("ada", "grace", "eve");
    private static final int SECONDS = 300;

    /** A rule and the seed of a script. */
    record Case(AlertRule rule, int seed) {
        @Override
        public String toString() {
            return rule.id() + " " + seed;
        }
    }

    static Stream<Case> cases() {
        var rules = List.of(
                TestRules.person("person", "ada").silence(60).hold(10).build(),
                TestRules.person("unsure", "ada")
                        .uncertain()
                        .levels(5, 20)
                        .silence(30)
                        .build(),
                TestRules.listed("listed", "vip")
                        .per(AlertBreadth.EVERYWHERE)
                        .silence(90)
                        .build(),
                TestRules.listed("first", "vip").first(FirstOnly.DAY).hold(5).build(),
                TestRules.stranger("stranger").lid(3).hold(8).build(),
                TestRules.stranger("quiet").accompaniedBy("vip").lid(3).build(),
                TestRules.notListed("others", "vip")
                        .per(AlertBreadth.GROUP)
                        .longest(60)
                        .hold(6)
                        .silence(20)
                        .build());
        return rules.stream().flatMap(rule -> Stream.of(1, 2).map(seed -> new Case(rule, seed)));
    }

    /** What happens, in order, the same for each judge. */
    private static List<Consumer<TestJudge>> script(int seed) {
        var random = new Random(seed);
        var steps = new ArrayList<Consumer<TestJudge>>();
        var tracks = new ArrayList<TestTracks>();
        for (var second = 0; second < SECONDS; second++) {
            var now = T.plusSeconds(second);
            if (tracks.size() < 4 && random.nextInt(6) == 0) {
                var source = random.nextBoolean() ? "door" : "yard";
                tracks.add(TestTracks.at(source, now, second));
            }
            for (var track : List.copyOf(tracks)) {
                steps.add(step(track, now, random, tracks));
            }
            steps.add(judge -> judge.time(now.plusMillis(500)));
            if (random.nextInt(40) == 0) {
                steps.add(acknowledge(random.nextInt(5), random.nextBoolean()));
            }
        }
        return steps;
    }

    private static Consumer<TestJudge> step(TestTracks track, Instant now, Random random, List<TestTracks> tracks) {
        var former = track.named();
        var dice = random.nextInt(20);
        if (dice == 0) {
            tracks.remove(track);
            var end = track.end();
            return judge -> judge.track(end, now);
        }
        if (dice < 4) {
            track.named(PEOPLE.get(random.nextInt(PEOPLE.size())));
        } else if (dice == 4) {
            track.unknown();
        } else if (dice == 5) {
            track.maybe(PEOPLE.get(random.nextInt(PEOPLE.size())));
        } else if (dice == 6) {
            track.betterShot(now, random.nextDouble());
        }
        var isTaken = former != null && !former.equals(track.named());
        var look = track.look(Duration.between(track.first(), now).toMillis() / 1000.0, isTaken ? former : null);
        return judge -> judge.track(look, now);
    }

    private static Consumer<TestJudge> acknowledge(int index, boolean isCorrection) {
        return judge -> {
            var alerts = judge.alerts();
            if (alerts.size() > index) {
                var alert = alerts.get(index);
                var person = alert.subject().person();
                judge.change(
                        isCorrection && person.isPresent()
                                ? new AlertChange.Correct(alert.id(), "ann", T, person.get(), null)
                                : new AlertChange.Acknowledge(alert.id(), "ann", T, null));
            }
        };
    }

    private static TestJudge run(Case one, boolean restarts) {
        var rules = new TestRules().list("vip", "ada", "grace").group("site", "door", "yard");
        var judge = new TestJudge(one.rule(), rules, restarts);
        script(one.seed()).forEach(step -> step.accept(judge));
        return judge;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void restartBeforeEachStep_saysTheSame(Case one) {
        var straight = run(one, false);
        var restarted = run(one, true);

        assertThat(straight.written()).isNotEmpty();
        assertThat(restarted.written()).isEqualTo(straight.written());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replay_saysNothingNew(Case one) {
        var judge = run(one, false);
        judge.pass(Duration.ofMinutes(10)).news();

        script(one.seed()).forEach(step -> step.accept(judge.behind()));

        assertThat(judge.written().stream().filter(Alert::notifies)).isEmpty();
        assertThat(judge.written()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void revisions_haveNoGaps_andAlertsAreToldThatTheyOpenOnce(Case one) {
        var judge = run(one, false);

        var messages = new HashSet<String>();
        var last = new HashMap<String, Long>();
        for (var alert : judge.written()) {
            assertThat(messages.add(alert.message())).isTrue();
            assertThat(alert.revision()).isEqualTo(last.getOrDefault(alert.id().value(), 0L) + 1);
            last.put(alert.id().value(), alert.revision());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backlog_opensTheAlertsThatLiveWouldHaveOpened(Case one) {
        var live = run(one, false);
        var rules = new TestRules().list("vip", "ada", "grace").group("site", "door", "yard");
        var backlog = new TestJudge(one.rule(), rules, false);
        backlog.behind().time(T.plusSeconds(86_400));
        script(one.seed()).forEach(step -> step.accept(backlog));

        assertThat(ids(backlog)).isEqualTo(ids(live));
    }

    private static List<String> ids(TestJudge judge) {
        return judge.alerts().stream().map(alert -> alert.id().value()).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void twoJudges_sayTheSame(Case one) {
        assertThat(run(one, false).written()).isEqualTo(run(one, false).written());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judgeThatTakesOver_saysTheRest(Case one) {
        var whole = run(one, false).written();
        var rules = new TestRules().list("vip", "ada", "grace").group("site", "door", "yard");
        var first = new TestJudge(one.rule(), rules, false);
        var steps = script(one.seed());
        var half = steps.size() / 2;
        steps.subList(0, half).forEach(step -> step.accept(first));
        var second = first.another();
        steps.subList(half, steps.size()).forEach(step -> step.accept(second));

        assertThat(second.written()).isEqualTo(whole);
    }
}
