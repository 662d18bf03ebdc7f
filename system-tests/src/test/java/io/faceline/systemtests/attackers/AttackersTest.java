package io.faceline.systemtests.attackers;

import static org.assertj.core.api.Assertions.assertThat;
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
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("faceline.attackers.seconds", 5));
    private static final String HEAP = System.getProperty("faceline.attackers.heap", "1g");
    private static final long SEED = Long.getLong("faceline.attackers.seed", 1);
    private static final Duration ANSWER_AT_REST = Duration.ofSeconds(3);
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static byte[] photo;

    @BeforeAll
    static void up() throws IOException {
        photo = Files.readAllBytes(TestPhotos.sample(1));
        server = ServerProcess.start(HEAP, folder.resolve("data"), Map.of(), folder.resolve("log"))
                .awaitUp();
        var first = visit();
        first.ask();
        System.out.println("nobody else: " + first.figures());
    }

    @AfterAll
    static void down() {
        if (server != null) {
            server.close();
        }
    }

    private static Visit visit() throws IOException {
        return new Visit(Origin.OWN_ADDRESSES.client(server.port(), Origin.VISITOR), photo);
    }

    /** What an attack left behind is worked off before the next one. */
    @AfterEach
    void awaitRest() {
        await().atMost(LONGEST_BACKLOG).until(() -> visit().isAnsweredWithin(ANSWER_AT_REST));
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void visitor_isAnswered(Attack attack) throws IOException {
        var visit = visit();
        try (var attackers = AttackProcess.start(server.port(), Origin.OWN_ADDRESSES, List.of(attack), SEED)) {
            attackers.awaitBegun();
            var begun = System.nanoTime();
            do {
                visit.ask();
                visit.askForHealth();
            } while (System.nanoTime() - begun < LENGTH.toNanos());
        }

        System.out.println(attack + ": " + visit.figures());
        assertThat(visit.unanswered()).isEmpty();
    }
}
