package io.faceline.api.alerts.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.alerts.TestAlerts;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertTableTest {
    private static final String TRACK = "door/1-1/0";

    private final List<AlertId> forgotten = new ArrayList<>();
    private final AlertTable table = new AlertTable(3, Duration.ofDays(30), forgotten::add);

    private Alert apply(Alert alert) {
        return apply(alert, alert.writtenAt());
    }

    private Alert apply(Alert alert, Instant at) {
        table.apply(record(alert.id().value(), alert, at));
        return alert;
    }

    private static ConsumedRecord<Alert> record(String key, Alert alert, Instant at) {
        return new ConsumedRecord<>(key, alert, 0, 0, at, Optional.empty(), Optional.empty());
    }

    @Test
    void oldestAlerts_areForgotten_whenThereAreTooMany() {
        var first = apply(TestAlerts.of("ada", TRACK, 0));
        var others = List.of(
                apply(TestAlerts.of("bob", TRACK, 1)),
                apply(TestAlerts.of("cid", TRACK, 2)),
                apply(TestAlerts.of("dan", TRACK, 3)));

        assertThat(table.find(first.id())).isEmpty();
        assertThat(forgotten).containsExactly(first.id());
        assertThat(table.all()).containsExactly(others.get(2), others.get(1), others.get(0));
    }

    @Test
    void alertThatKafkaHasDeleted_isForgotten() {
        var old = apply(TestAlerts.of("ada", TRACK, 0));
        apply(TestAlerts.of("bob", TRACK, 1), TestAlerts.THEN.plus(Duration.ofDays(31)));

        assertThat(table.find(old.id())).isEmpty();
    }

    @Test
    void tombstone_removesAnAlert_andAForeignKeyIsSkipped() {
        var alert = apply(TestAlerts.of("ada", TRACK, 0));
        table.apply(record("another", TestAlerts.of("bob", TRACK, 1), TestAlerts.THEN));
        assertThat(table.all()).containsExactly(alert);

        table.apply(record(alert.id().value(), null, TestAlerts.THEN));
        table.apply(record("no id", null, TestAlerts.THEN));

        assertThat(table.all()).isEmpty();
    }

    @Test
    void reopenedAlert_isListedOnce() {
        var alert = apply(TestAlerts.of("ada", TRACK, 0));
        var reopened = apply(TestAlerts.next(alert, json -> json.put("openedAt", "2026-11-28T10:00:00Z")));

        assertThat(table.all()).containsExactly(reopened);
    }

    @Test
    void blamedReference_isToldByTheCorrectedAlertAlone() {
        var corrected = TestAlerts.corrected(TestAlerts.of("ada", TRACK, 0), "ada");

        assertThat(BlamedReference.of(corrected))
                .contains(new BlamedReference(new PersonId("ada"), new ReferenceId("job-ada/0:0")));
    }
}
