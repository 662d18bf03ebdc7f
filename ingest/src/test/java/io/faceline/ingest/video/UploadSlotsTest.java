package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sixteen slots, eight for an address alone, four for a session. */
class UploadSlotsTest {
    private final UploadSlots slots = new UploadSlots(20, AddressSettings.DEFAULT);

    @Test
    void manySessionsOfOneAddress_getItsShare() {
        List<UploadSlots.Slot> taken = new ArrayList<>();
        for (var i = 0; i < 8; i++) {
            taken.add(slots.acquire("attacker", session("made up " + i / 4), 0));
        }

        assertThatThrownBy(() -> slots.acquire("attacker", session("another"), 0))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo("TOO_MANY_UPLOADS"));
        slots.acquire("elsewhere", session("ben"), 0).close();

        taken.get(0).close();
        slots.acquire("attacker", session("another"), 0).close();
    }

    @Test
    void session_getsFour() {
        for (var i = 0; i < 4; i++) {
            slots.acquire("a", session("anna"), 0);
        }

        assertThatThrownBy(() -> slots.acquire("a", session("anna"), 0))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo("TOO_MANY_UPLOADS"));
    }

    private static SessionId session(String name) {
        return SessionId.ofSecret(name);
    }
}
