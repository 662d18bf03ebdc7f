package io.faceline.alerting.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestMemory;
import io.faceline.alerting.TestRules;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertLedgerTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");
    private static final RuleId RULE = new RuleId("r");
    private static final AlertSubject ADA = AlertSubject.of(new PersonId("ada"));
    private static final Duration KEPT = Duration.ofDays(30);

    private final TestRules rules = new TestRules().put(TestRules.person("r", "ada"));
    private final TestMemory memory = new TestMemory();
    private final AlertLedger ledger = another();

    private AlertLedger another() {
        return new AlertLedger(RULE, rules.book(), memory, KEPT);
    }

    private AlertId open() {
        var draft = ledger.opening(AlertKind.APPEARED, ADA, AlertScope.ofSource("door"), "door/1/0", T, T)
                .at("door", new SessionId("camera:door"), false)
                .track("door/1/0");
        ledger.open(draft, T);
        return draft.id();
    }

    @Test
    void revisions_countFromOne_andAreTakenOnce() {
        var id = open();
        ledger.revise(ledger.draft(id).orElseThrow().level(1), T, List.of(AlertNews.LEVEL));
        ledger.close(ledger.draft(id).orElseThrow(), AlertReason.ENDED, T);

        assertThat(ledger.taken()).extracting(alert -> alert.revision()).containsExactly(1L, 2L, 3L);
        assertThat(ledger.taken()).isEmpty();
        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.find(id))
                .hasValueSatisfying(alert -> assertThat(alert.state()).isEqualTo(AlertState.CLOSED));
    }

    @Test
    void alertThatIsOpenedAgain_saysNothing() {
        open();
        ledger.close(ledger.draft(open()).orElseThrow(), AlertReason.ENDED, T);
        ledger.taken();

        open();

        assertThat(ledger.taken()).isEmpty();
    }

    @Test
    void another_knowsWhatIsOpenAndClosed() {
        var id = open();
        assertThat(another().isOpen(id)).isTrue();
        assertThat(another().wasTold(id)).isTrue();

        ledger.close(ledger.draft(id).orElseThrow(), AlertReason.ENDED, T);

        assertThat(another().isOpen(id)).isFalse();
        assertThat(another().find(id)).isEqualTo(ledger.find(id));
    }

    @Test
    void openAlert_isNotForgotten_closedOneIsByWholeDays() {
        var id = open();
        ledger.onTime(T.plus(KEPT).plus(Duration.ofDays(5)));
        assertThat(ledger.isOpen(id)).isTrue();

        ledger.close(ledger.draft(id).orElseThrow(), AlertReason.ENDED, T);
        another().onTime(T.plus(KEPT));
        assertThat(another().isEmpty()).isFalse();

        another().onTime(T.plus(KEPT).plus(Duration.ofDays(1)));
        assertThat(another().isEmpty()).isTrue();
        assertThat(memory.isEmpty()).isTrue();
    }

    @Test
    void erasure_isToldAlsoOfAMutedAlert_andOnce() {
        rules.mute(new Mute("m", RULE, null, null, null, null, T, T.plusSeconds(60), "operator"));
        ledger.onBook(rules.book(), T);
        open();
        assertThat(ledger.taken()).noneMatch(Alert::notifies);
        rules.erase("ada");

        ledger.onBook(rules.book(), T);
        ledger.onBook(rules.book(), T);

        assertThat(ledger.taken()).singleElement().satisfies(alert -> {
            assertThat(alert.changes()).containsExactly(AlertNews.ERASED);
            assertThat(alert.notifies()).isTrue();
            assertThat(alert.subject()).isEqualTo(AlertSubject.ERASED);
        });
        assertThat(memory.contains("ada")).isFalse();
    }

    @Test
    void tracks_areTheFirstAndTheNewestFifty() {
        var draft = ledger.draft(open()).orElseThrow();
        for (var i = 2; i <= 100; i++) {
            draft.track("door/" + i + "/0");
        }
        ledger.revise(draft, T, List.of(AlertNews.TRACK_JOINED));

        assertThat(ledger.open().get(0).tracks())
                .hasSize(50)
                .startsWith("door/1/0")
                .endsWith("door/100/0");
    }
}
