package io.faceline.systemtests.attackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.systemtests.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
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
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("faceline.attackers.seconds", 5));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String HEAP = System.getProperty("faceline.attackers.heap", "1g");
    private static final String ONLY = System.getProperty("faceline.attackers.origin", "");
    private static final long SEED = Long.getLong("faceline.attackers.seed", 1);
    private static final Duration ANSWER_AT_REST = Duration.ofSeconds(3);
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static byte[] photo;

    @BeforeAll
    static void up() throws IOException {
        photo = Files.readAllBytes(TestPhotos.sample(1));
        var settings = Map.of("FACELINE_TRUSTED_PROXIES", Origin.PROXY);
        server = ServerProcess.start(HEAP, folder.resolve("data"), settings, folder.resolve("log"))
                .awaitUp();
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
        awaitRest(origin);
        var atRest = visit(origin, Origin.VISITOR);
        askFor(LENGTH.compareTo(MINUTE) < 0 ? LENGTH : MINUTE, List.of(atRest));
        System.out.println(origin + ", heap " + HEAP + ", nobody else: " + atRest.figures());

        var visitor = visit(origin, Origin.VISITOR);
        var amongAttackers = visit(origin, Origin.VISITOR + 1);
        try (var attackers = AttackProcess.start(server.port(), origin, List.of(Attack.values()), SEED)) {
            attackers.awaitBegun();
            askFor(LENGTH, List.of(visitor, amongAttackers));
        }

        System.out.println(origin + ", heap " + HEAP + ", all attackers: " + visitor.figures());
        System.out.println(origin + ", heap " + HEAP + ", second visitor: " + amongAttackers.figures());
        assertThat(visitor.unanswered()).isEmpty();
        if (origin != Origin.ONE_ADDRESS) {
            assertThat(amongAttackers.unanswered()).isEmpty();
        }
    }

    private static void askFor(Duration length, List<Visit> visits) {
        var begun = System.nanoTime();
        do {
            visits.forEach(Visit::ask);
            visits.get(0).askForHealth();
        } while (System.nanoTime() - begun < length.toNanos());
    }

    private static void awaitRest(Origin origin) {
        await().atMost(LONGEST_BACKLOG)
                .until(() -> visit(origin, Origin.VISITOR).isAnsweredWithin(ANSWER_AT_REST));
    }

    private static Visit visit(Origin origin, int number) throws IOException {
        return new Visit(origin.client(server.port(), number), photo);
    }
}
