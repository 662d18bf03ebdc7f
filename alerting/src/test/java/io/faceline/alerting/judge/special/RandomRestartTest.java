package io.faceline.alerting.judge.special;

import static io.faceline.alerting.judge.special.Samples.ADA;
import static io.faceline.alerting.judge.special.Samples.EDSGER;
import static io.faceline.alerting.judge.special.Samples.GRACE;
import static io.faceline.alerting.judge.special.Samples.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleSubject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Appearances and outages at random: who goes on from the memory says the same, and who reads all again says nothing. */
class RandomRestartTest {
    private static final Instant START = Instant.parse("2026-06-02T04:00:00Z");
    private static final int SEEDS = 20;
    private static final List<String> SOURCES = List.of("door", "gate", "yard");
    private static final List<PersonId> PEOPLE = Arrays.asList(ADA, GRACE, EDSGER, null, null);

    /** Something that happens at a time. */
    private record Event(Instant at, Consumer<Trial> happens) {}

    static Stream<AlertRule> rules() {
        return Stream.of(
                Samples.rule(
                        new RuleSubject.Absent(null, STAFF, List.of(), LocalTime.of(7, 0), LocalTime.of(7, 30)),
                        AlertBreadth.SOURCE,
                        "door",
                        "gate"),
                Samples.rule(new RuleSubject.CameraDown(30), AlertBreadth.EVERYWHERE),
                Samples.rule(new RuleSubject.Together(STAFF, 1, 5), AlertBreadth.SOURCE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void judgeThatGoesOn_saysTheSame_andWhatIsReadAgainOpensNothing(AlertRule rule) {
        var written = 0;
        for (var seed = 0; seed < SEEDS; seed++) {
            var events = events(new Random(seed));
            var steady = new Trial(rule, false, Samples.staff(ADA, GRACE));
            var restarted = new Trial(rule, true, Samples.staff(ADA, GRACE));
            for (var trial : List.of(steady, restarted)) {
                play(events, trial);
            }

            assertThat(restarted.said).isEqualTo(steady.said);
            assertRevisionsFollow(steady.said);
            written += steady.said.size();

            var end = events.get(events.size() - 1).at();
            var before = steady.said.stream().map(Alert::id).distinct().toList();
            var told = steady.said.stream().filter(Alert::notifies).count();
            events.forEach(event -> {
                steady.at(end);
                event.happens().accept(steady);
            });
            assertThat(steady.said.stream().map(Alert::id).distinct()).isEqualTo(before);
            assertThat(steady.said.stream().filter(Alert::notifies).count()).isEqualTo(told);
        }
        assertThat(written).isGreaterThan(SEEDS);
    }

    /** Numbers without a gap, one alert opened once, and nothing but counts after the end. */
    private static void assertRevisionsFollow(List<Alert> said) {
        Map<AlertId, Alert> last = new HashMap<>();
        for (var alert : said) {
            var before = last.put(alert.id(), alert);
            assertThat(alert.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
            assertThat(before == null).isEqualTo(alert.state() == AlertState.OPEN && alert.revision() == 1);
        }
    }

    private static void play(List<Event> events, Trial trial) {
        for (var event : events) {
            trial.at(event.at());
            event.happens().accept(trial);
        }
    }

    private static List<Event> events(Random random) {
        var events = new ArrayList<Event>();
        SOURCES.forEach(source -> states(source, random, events));
        for (var number = 1; number <= 60; number++) {
            track(number, random, events);
        }
        for (var second = 0; second < 8000; second += 5) {
            events.add(new Event(START.plusSeconds(second), Trial::tick));
        }
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private static void states(String source, Random random, List<Event> events) {
        var since = START;
        var condition = CameraCondition.LIVE;
        for (var time = START;
                time.isBefore(START.plusSeconds(8000));
                time = time.plusSeconds(1 + random.nextInt(60))) {
            if (random.nextInt(30) == 0) {
                condition = condition == CameraCondition.LIVE ? CameraCondition.UNREACHABLE : CameraCondition.LIVE;
                since = time;
            }
            var state = condition;
            var begin = since;
            var at = time;
            events.add(new Event(at, trial -> trial.state(source, state, begin, at)));
        }
    }

    private static void track(int number, Random random, List<Event> events) {
        var source = SOURCES.get(random.nextInt(SOURCES.size()));
        var first = START.plusSeconds(random.nextInt(7500));
        var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        PersonId former = null;
        for (var second = 0; second <= random.nextInt(200); second++) {
            var now = random.nextInt(100) == 0 ? PEOPLE.get(random.nextInt(PEOPLE.size())) : person;
            var was = former != null && !former.equals(now) ? former : null;
            var last = first.plus(Duration.ofSeconds(second));
            var track = Samples.track(source, number, first, last, now, 1 + 5 * second, was);
            events.add(new Event(last, trial -> trial.track(track)));
            former = now;
        }
    }
}
