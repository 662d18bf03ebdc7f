package io.faceline.systemtests.attackers;

import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.systemtests.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code faceline up} in a process of its own, those who attack it, and those who only visit it. */
final class AttackedServer implements AutoCloseable {
    /** How long visitors ask while an attack goes on. */
    static final Duration LENGTH = Duration.ofSeconds(Long.getLong("faceline.attackers.seconds", 3));

    static final String HEAP = System.getProperty("faceline.attackers.heap", "1g");

    private static final long SEED = Long.getLong("faceline.attackers.seed", 1);
    private static final Duration ANSWER_AT_REST = Duration.ofSeconds(3);

    private final ServerProcess server;
    private final byte[] photo;

    private AttackedServer(ServerProcess server, byte[] photo) {
        this.server = server;
        this.photo = photo;
    }

    /**
     * Returns when it serves.
     *
     * @param settings what it gets besides the environment of the tests
     */
    static AttackedServer start(Path folder, Map<String, String> settings) throws IOException {
        var photo = Files.readAllBytes(TestPhotos.sample(1));
        var server = ServerProcess.start(HEAP, folder.resolve("data"), settings, folder.resolve("log"));
        return new AttackedServer(server.awaitUp(), photo);
    }

    Visit visit(Origin origin, int number) throws IOException {
        return new Visit(origin.client(server.port(), number), photo);
    }

    /** Three attackers of each kind, who have begun. */
    AttackProcess attack(Origin origin, List<Attack> kinds) throws IOException {
        var attackers = AttackProcess.start(server.port(), origin, kinds, SEED);
        try {
            attackers.awaitBegun();
            return attackers;
        } catch (IOException | AssertionError e) {
            attackers.close();
            throw e;
        }
    }

    /** Visitors ask one after the other, and the first one also for health. */
    static void ask(Duration length, List<Visit> visits) {
        var begun = System.nanoTime();
        do {
            visits.forEach(Visit::ask);
            visits.get(0).askForHealth();
        } while (System.nanoTime() - begun < length.toNanos());
    }

    /** What an attack left behind is worked off before the next one. */
    void awaitRest(Origin origin, Duration longestBacklog) {
        await().atMost(longestBacklog).until(() -> visit(origin, Origin.VISITOR).isAnsweredWithin(ANSWER_AT_REST));
    }

    @Override
    public void close() {
        server.close();
    }
}
