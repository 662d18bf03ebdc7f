package io.faceline.alerting.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.alerting.trial.TrialRun.Written;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialRunTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");

    private static List<Written> visit(String person, double from, int seconds) {
        var track = TestTracks.at("door", T.plusMillis((long) (from * 1000))).named(person);
        var all = new ArrayList<Written>();
        for (var i = 0; i <= seconds; i++) {
            all.add(written(track.look(i), 0));
        }
        all.add(written(track.end(), 2));
        return all;
    }

    private static Written written(TrackUpdate track, int later) {
        return new Written(track, track.last().capturedAt().plusSeconds(later));
    }

    private static List<Written> all() {
        var all = new ArrayList<Written>();
        all.addAll(visit("ada", 0, 3));
        all.addAll(visit("eve", 20, 3));
        all.addAll(visit("ada", 300, 3));
        all.addAll(visit("ada", 1200, 3));
        return all;
    }

    @Test
    void trial_makesTheAlertsThatTheRuleWouldHaveMade() {
        var rules = new TestRules().put(TestRules.person("other", "eve"));

        var alerts = TrialRun.of(TestRules.person("r", "ada").build(), rules.book(), all(), T.plusSeconds(1210));

        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0)).satisfies(alert -> {
            assertThat(alert.reason()).isEqualTo(AlertReason.ENDED);
            assertThat(alert.count()).isEqualTo(1);
            assertThat(alert.late()).isFalse();
        });
        assertThat(alerts.get(1).state()).isEqualTo(AlertState.OPEN);
        assertThat(alerts).extracting(Alert::firstSeen).containsExactly(T, T.plusSeconds(1200));
    }

    @Test
    void trial_doesNotCareAboutMutes_andUsesTheListsAsTheyAre() {
        var mute = new Mute("m", new RuleId("r"), null, null, null, null, T, T.plusSeconds(86_400), "operator");
        var rules = new TestRules().list("vip", "eve").mute(mute);

        var alerts = TrialRun.of(TestRules.listed("r", "vip").build(), rules.book(), all(), T.plusSeconds(1210));

        assertThat(alerts).singleElement().satisfies(alert -> assertThat(alert.muted())
                .isFalse());
    }

    @Test
    void trialOfARuleThatIsDisabled_orOfNothing_makesNoAlerts() {
        var book = new TestRules().book();

        assertThat(TrialRun.of(TestRules.person("r", "ada").disabled().build(), book, all(), T))
                .isEmpty();
        assertThat(TrialRun.of(TestRules.person("r", "ada").build(), book, List.of(), T))
                .isEmpty();
    }
}
