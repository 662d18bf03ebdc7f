package io.faceline.systemtests.attackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three attackers of every kind at once, and a visitor who is answered all the while. The long form, which prints the
 * visitor's figures beside those without attackers, is {@code scripts/attackers --all}. Needs the loopback network of Linux.
 */
@Tag("slow")
@Tag("alone")
@EnabledIfSystemProperty(
        named = "faceline.attackers.all",
        matches = "true",
        disabledReason = "takes minutes on two cores: scripts/attackers --all; AttackersTest has each kind alone")
class AllAttackersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String ONLY = System.getProperty("faceline.attackers.origin", "");
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static AttackedServer server;

    @BeforeAll
    static void up() throws IOException {
        server = AttackedServer.start(folder, Map.of("FACELINE_TRUSTED_PROXIES", Origin.PROXY));
    }

    @AfterAll
    static void down() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void visitor_isAnswered(Origin origin) throws IOException {
        assumeThat(origin.name()).as("another origin was asked for").matches(ONLY.isEmpty() ? ".*" : ONLY);
        server.awaitRest(origin, LONGEST_BACKLOG);
        var length = AttackedServer.LENGTH;
        var atRest = server.visit(origin, Origin.VISITOR);
        AttackedServer.ask(length.compareTo(MINUTE) < 0 ? length : MINUTE, List.of(atRest));
        System.out.println(in(origin) + "nobody else: " + atRest.figures());

        var visitor = server.visit(origin, Origin.VISITOR);
        var amongAttackers = server.visit(origin, Origin.VISITOR + 1);
        try (var attackers = server.attack(origin, List.of(Attack.values()))) {
            AttackedServer.ask(length, List.of(visitor, amongAttackers));
            assertThat(attackers.isAlive()).isTrue();
        }

        System.out.println(in(origin) + "all attackers: " + visitor.figures());
        System.out.println(in(origin) + "second visitor: " + amongAttackers.figures());
        assertThat(visitor.unanswered()).isEmpty();
        if (origin != Origin.ONE_ADDRESS) {
            assertThat(amongAttackers.unanswered()).isEmpty();
        }
    }

    private static String in(Origin origin) {
        return origin + ", heap " + AttackedServer.HEAP + ", ";
    }
}
