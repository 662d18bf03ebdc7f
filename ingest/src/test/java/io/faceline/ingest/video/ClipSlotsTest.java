package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ClipSlotsTest {
    private final ClipSlots slots = new ClipSlots(AddressSettings.DEFAULT, Duration.ofMillis(1));

    @Test
    void address_leavesSlotsForOthers() {
        var taken = new ArrayList<ClipSlots.Slot>();
        for (var i = 0; i < 4; i++) {
            taken.add(slots.acquire("one"));
        }

        assertRefused("TOO_MANY_CLIPS", () -> slots.acquire("one"));
        slots.acquire("other");
        taken.get(0).close();
        slots.acquire("one");
    }

    @Test
    void processes_areFew() {
        var first = slots.awaitProcess();
        slots.awaitProcess();

        assertRefused("TIMEOUT", slots::awaitProcess);
        first.close();
        slots.awaitProcess();
    }

    private static void assertRefused(String code, Runnable request) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(request::run)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
