package io.faceline.api.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Correction;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionTableTest {
    private static final SessionId ADA = new SessionId("ada");
    private static final SessionId BOB = new SessionId("bob");

    private final CorrectionTable table =
            new CorrectionTable(person -> person.value().equals("gone"));

    @Test
    void corrections_areThoseOfTheSession() {
        var ofAda = correction(ADA, "cam-1/1/0");
        var ofBob = correction(BOB, "cam-1/1/0");

        read(ofAda.key(), ofAda, 0);
        read(ofBob.key(), ofBob, 1);

        assertThat(table.of(ADA)).containsExactly(ofAda);
        assertThat(table.of(BOB, "cam-1/1/0")).contains(ofBob);
        assertThat(table.of(ADA, "cam-1/2/0")).isEmpty();
    }

    @Test
    void tombstone_takesOneBack() {
        var first = correction(ADA, "cam-1/1/0");
        var second = correction(ADA, "cam-1/2/0");
        read(first.key(), first, 0);
        read(second.key(), second, 1);

        read(first.key(), null, 2);

        assertThat(table.of(ADA)).containsExactly(second);
        assertThat(table.version()).isEqualTo(3);
    }

    @Test
    void nameOfSomebodyDeleted_isNotSaid() {
        var named = new Correction(ADA, "cam-1", "cam-1/1/0", List.of(), new PersonId("gone"), Instant.EPOCH);

        read(named.key(), named, 0);

        assertThat(table.of(ADA)).isEmpty();
    }

    @Test
    void strangeRecords_areSkipped() {
        var correction = correction(ADA, "cam-1/1/0");

        read("another", correction, 0);
        read("no key of a correction", null, 1);

        assertThat(table.of(ADA)).isEmpty();
    }

    @Test
    void wait_endsWithTheLastRecordOfEachPartition() {
        var correction = correction(ADA, "cam-1/1/0");

        read(correction.key(), correction, 7);

        assertThatCode(() -> table.await(Map.of(0, 7L), Duration.ZERO)).doesNotThrowAnyException();
        assertThatThrownBy(() -> table.await(Map.of(0, 8L), Duration.ZERO)).isInstanceOf(WaitTimeoutException.class);
        assertThatThrownBy(() -> table.await(Map.of(0, 7L, 1, 0L), Duration.ZERO))
                .isInstanceOf(WaitTimeoutException.class);
    }

    private static Correction correction(SessionId session, String track) {
        return new Correction(session, "cam-1", track, List.of(new PersonId("lin")), null, Instant.EPOCH);
    }

    private void read(String key, @Nullable Correction correction, long offset) {
        table.apply(
                new ConsumedRecord<>(key, correction, 0, offset, Instant.EPOCH, Optional.empty(), Optional.empty()));
    }
}
