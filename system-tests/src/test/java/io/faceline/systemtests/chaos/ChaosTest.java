package io.faceline.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.systemtests.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills, freezes, thaws and restarts the processes of an installation while people are enrolled, recognised and deleted and
 * videos are tracked, and checks that nothing promised is broken. The first round continues where the frozen matcher left the installation. The
 * long form is {@code scripts/chaos}.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosTest {
    private static final int ROUNDS = Integer.getInteger("faceline.chaos.rounds", 1);
    private static final int FROM = Integer.getInteger("faceline.chaos.from", 1);
    /** With it, one tracker freezes for longer than its session while it tracks a video, and the other is killed. */
    private static final long SEED = Long.getLong("faceline.chaos.seed", 334);

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("faceline.chaos.seconds", 15));
    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static Path logs;
    private static Installation first;

    @BeforeAll
    static void start() throws IOException {
        logs = Path.of(System.getProperty("faceline.chaos.folder", folder.toString()));
        first = start(FROM);
    }

    private static Installation start(int round) throws IOException {
        var settings = new HashMap<>(ChaosRound.SETTINGS);
        settings.putAll(FrozenEnrollment.SETTINGS);
        return Installation.start(Files.createDirectories(logs.resolve("round-" + round)), Map.copyOf(settings));
    }

    @AfterAll
    static void end() {
        if (first != null) {
            first.close();
        }
    }

    @Test
    @Order(1)
    void deletedPerson_isNotBroughtBackByAThawedMatcher() throws Exception {
        for (var instance : first.instances()) {
            await().atMost(START).untilAsserted(() -> assertThat(instance.isReady())
                    .as(instance::condition)
                    .isTrue());
        }

        new FrozenEnrollment(first, photo()).check();
    }

    private static byte[] photo() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        try (var files = Files.list(gallery.resolve("Zoë"))) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }

    @Test
    @Order(2)
    void promisesAreKept_instancesAreKilledAndFrozen() throws Exception {
        var violations = new ArrayList<String>();
        var totals = new TreeMap<String, Long>();
        try (var log = ChaosLog.open(logs.resolve("chaos.log"), SEED)) {
            for (var round = FROM; round < FROM + ROUNDS; round++) {
                var notes = new RoundNotes(log, round);
                run(round, notes);
                for (var violation : notes.violations()) {
                    violations.add("round " + round + ": " + violation);
                }
                notes.counts().forEach((what, count) -> totals.merge(what, count.sum(), Long::sum));
            }
            log.add(FROM + ROUNDS - 1, "totals " + totals + " violations=" + violations.size());
        }

        assertThat(violations).as("with -Dfaceline.chaos.seed=" + SEED).isEmpty();
    }

    private static void run(int round, RoundNotes notes) throws IOException, InterruptedException {
        try (var installation = round == FROM ? first : start(round)) {
            new ChaosRound(SEED, round, LENGTH, notes).run(installation);
        }
    }
}
