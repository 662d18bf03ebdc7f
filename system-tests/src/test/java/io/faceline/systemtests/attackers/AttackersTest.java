package io.faceline.systemtests.attackers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three attackers from three addresses do what a single client may, and a visitor from a fourth is answered all the while. The
 * long form, which prints the visitor's figures, is {@code scripts/attackers}. Needs the loopback network of Linux.
 */
@Tag("slow")
@Tag("alone")
class AttackersTest {
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static AttackedServer server;

    @BeforeAll
    static void up() throws IOException {
        server = AttackedServer.start(folder, Map.of("FACELINE_TRUSTED_PROXIES", Origin.PROXY));
        var first = visit(Origin.OWN_ADDRESSES);
        first.ask();
        System.out.println("nobody else: " + first.figures());
    }

    @AfterAll
    static void down() {
        if (server != null) {
            server.close();
        }
    }

    private static Visit visit(Origin origin) throws IOException {
        return server.visit(origin, Origin.VISITOR);
    }

    @AfterEach
    void awaitRest() {
        server.awaitRest(Origin.OWN_ADDRESSES, LONGEST_BACKLOG);
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void visitor_isAnswered(Attack attack) throws IOException {
        assertAnswered(Origin.OWN_ADDRESSES, List.of(attack));
    }

    /** Where all come through a trusted proxy, and where the share of one address is all that there is. */
    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"TRUSTED_PROXY", "ONE_ADDRESS"})
    void visitor_isAnswered_whoComesTheWayOfTheAttackers(Origin origin) throws IOException {
        assertAnswered(origin, List.of(Attack.SLOW_BODIES, Attack.LARGE_FRAMES, Attack.MANY_PHOTOS));
    }

    private static void assertAnswered(Origin origin, List<Attack> attacks) throws IOException {
        var visit = visit(origin);
        try (var attackers = server.attack(origin, attacks)) {
            AttackedServer.ask(AttackedServer.LENGTH, List.of(visit));
            assertThat(attackers.isAlive()).isTrue();
        }

        System.out.println(origin + " " + attacks + ": " + visit.figures());
        assertThat(visit.unanswered()).isEmpty();
    }
}
