package io.faceline.systemtests.alertchaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.systemtests.alertchaos.Hook.Got;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A check that finds nothing wrong must be able to. */
class ChecksTest {
    private static final AlertId ID = new AlertId("mfrggzdfmztwq2lknnwg23tpoa");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Alert OPENED = alert(1, AlertNews.OPENED);
    private static final Alert LEVEL = alert(2, AlertNews.LEVEL);

    private static Alert alert(long revision, AlertNews news) {
        return new Alert(
                ID,
                revision,
                AlertState.OPEN,
                null,
                List.of(news),
                Alert.isTold(List.of(news)),
                RulePriority.NORMAL,
                new RuleId("ada-at-door"),
                1,
                AlertKind.APPEARED,
                AlertSubject.of(Scene.ADA),
                AlertScope.ofSource(Scene.DOOR),
                Scene.DOOR,
                List.of(),
                NOW,
                NOW,
                "Europe/Berlin",
                1,
                null,
                null,
                0,
                0,
                null,
                false,
                false,
                0,
                null,
                null,
                NOW,
                NOW);
    }

    private static Got got(Alert alert, boolean isAccepted, String missed) {
        var body = "{\"alertId\": \"%s\", \"revision\": %d, \"changes\": [\"%s\"], \"missed\": [%s]}"
                .formatted(ID, alert.revision(), alert.changes().get(0), missed);
        return new Got(alert.message(), body, new AtomicBoolean(isAccepted));
    }

    private static Got got(Alert alert) {
        return got(alert, true, "");
    }

    private static List<String> delivered(Got... messages) {
        return new DeliveryChecks(evidence(OPENED, LEVEL), "receiver", List.of(messages), false).violations();
    }

    private static AlertEvidence evidence(Alert... alerts) {
        return new AlertEvidence(List.of(alerts), List.of(), Map.of());
    }

    @Test
    void eachRevisionOnce_orAgain_isRight() {
        assertThat(delivered(got(OPENED), got(LEVEL))).isEmpty();
        assertThat(delivered(got(OPENED, false, ""), got(OPENED), got(OPENED), got(LEVEL)))
                .isEmpty();
    }

    @Test
    void revisionThatIsMissing_isFound_unlessANewerOneSaysSo() {
        assertThat(delivered(got(OPENED))).singleElement().asString().contains("never told " + LEVEL.message());
        assertThat(delivered(got(OPENED, false, ""), got(LEVEL)))
                .singleElement()
                .asString()
                .contains("never told " + OPENED.message());
        assertThat(delivered(got(LEVEL, true, "\"OPENED\""))).isEmpty();
    }

    @Test
    void olderRevisionAfterANewerOne_isFound() {
        assertThat(delivered(got(OPENED), got(LEVEL), got(OPENED)))
                .singleElement()
                .asString()
                .contains(OPENED.message() + " after revision 2");
    }

    @Test
    void otherBodyUnderTheSameId_isFound() {
        assertThat(delivered(got(OPENED), got(OPENED, true, "\"COUNT\""), got(LEVEL)))
                .singleElement()
                .asString()
                .contains("in two ways");
    }

    @Test
    void messageAboutNothing_isFound() {
        assertThat(delivered(got(OPENED), got(LEVEL), got(alert(3, AlertNews.LEVEL))))
                .singleElement()
                .asString()
                .contains("is no revision");
    }

    @Test
    void revisionsThatRepeat_orHaveAGap_areFound() {
        assertThat(new AlertChecks(evidence(OPENED, OPENED)).violations())
                .anyMatch(what -> what.contains("are [1, 1]"));
        assertThat(new AlertChecks(evidence(OPENED, alert(3, AlertNews.LEVEL))).violations())
                .anyMatch(what -> what.contains("are [1, 3]"));
    }

    @Test
    void alertsThatNobodyExpects_orThatAreMissing_areFound() {
        var violations = new AlertChecks(evidence(OPENED)).violations();

        assertThat(violations)
                .contains(
                        "alerts of ada-at-door person:ada: 1 instead of 2", "alerts of strangers crowd: 0 instead of 1")
                .anyMatch(what -> what.contains("the judge knows nothing of " + ID));
    }
}
