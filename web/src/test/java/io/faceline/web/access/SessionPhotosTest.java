package io.faceline.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.person.TestReferences;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionPhotosTest {
    private static final int MAX = 20;
    private static final String ATTACKER = "192.0.2.1";
    private static final String VISITOR = "192.0.2.2";

    private final List<Person> people = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final SessionPhotos photos =
            new SessionPhotos(() -> people, MAX, AddressSettings.DEFAULT, () -> now = now.plusSeconds(2));

    @Test
    void addressHasItsShare_howeverManySessionsItHas() {
        for (var i = 0; hasRoom(ATTACKER, session(i)); i++) {
            add(session(i), 1);
        }

        assertThat(people).hasSize(MAX / 2);
        assertThat(hasRoom(VISITOR, SessionId.ofSecret("visitor"))).isTrue();
        people.subList(0, 2).clear();
        assertThat(hasRoom(ATTACKER, session(0))).isTrue();
    }

    /** Several enrollments at once: their photos are counted later. */
    @Test
    void addressIsKnown_ofSessionsWhosePhotosComeLater() {
        for (var i = 0; i < MAX / 2; i++) {
            assertThat(hasRoom(ATTACKER, session(i))).isTrue();
        }
        for (var i = 0; i < MAX / 2; i++) {
            add(session(i), 1);
        }

        assertThat(hasRoom(ATTACKER, session(MAX))).isFalse();
        assertThat(hasRoom(VISITOR, SessionId.ofSecret("visitor"))).isTrue();
    }

    @Test
    void photosOfUnknownAddresses_leaveNothing_whenTheyAreAll() {
        add(SessionId.ofSecret("of an earlier process"), MAX);

        assertThatThrownBy(() -> photos.require(VISITOR, SessionId.ofSecret("visitor"), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("FACELINE_MAX_SESSION_PHOTOS");
    }

    private void add(SessionId session, int count) {
        var ofPerson = IntStream.range(0, count)
                .mapToObj(i -> TestReferences.photo("photo-" + people.size() + "-" + i))
                .toList();
        people.add(PersonBuilder.person("person-" + people.size(), "Ada")
                .session(session)
                .photos(ofPerson)
                .build());
    }

    private static SessionId session(int number) {
        return SessionId.ofSecret("attacker " + number);
    }

    private boolean hasRoom(String address, SessionId session) {
        try {
            photos.require(address, session, 1);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
