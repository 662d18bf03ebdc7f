package io.faceline.systemtests.alertchaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.systemtests.chaos.ChaosLog;
import io.faceline.systemtests.chaos.RoundNotes;
import io.faceline.systemtests.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays known appearances while the processes from the tracker to alert-delivery, and Kafka, are killed and frozen and receivers
 * are away, and checks that each alert is made once and nobody misses one. The long form is {@code scripts/alert-chaos}.
 */
@Tag("slow")
class AlertChaosTest {
    private static final int ROUNDS = Integer.getInteger("faceline.chaos.rounds", 1);
    private static final int FROM = Integer.getInteger("faceline.chaos.from", 1);
    private static final long SEED = Long.getLong("faceline.chaos.seed", 1);

    @TempDir
    static Path folder;

    @Test
    void eachAlertIsToldOnce_instancesAreKilledAndFrozen() throws Exception {
        var logs = Path.of(System.getProperty("faceline.chaos.folder", folder.toString()));
        var violations = new ArrayList<String>();
        var totals = new TreeMap<String, Long>();
        try (var log = ChaosLog.open(logs.resolve("chaos.log"), SEED)) {
            for (var round = FROM; round < FROM + ROUNDS; round++) {
                var notes = new RoundNotes(log, round);
                run(round, notes, logs.resolve("round-" + round));
                for (var violation : notes.violations()) {
                    violations.add("round " + round + ": " + violation);
                }
                notes.counts().forEach((what, count) -> totals.merge(what, count.sum(), Long::sum));
            }
            log.add(FROM + ROUNDS - 1, "totals " + totals + " violations=" + violations.size());
        }

        assertThat(violations).as("with -Dfaceline.chaos.seed=" + SEED).isEmpty();
    }

    private static void run(int round, RoundNotes notes, Path logs) throws IOException, InterruptedException {
        Files.createDirectories(logs);
        try (var installation = Installation.withBroker(logs, AlertRound.SERVICES, AlertRound.SETTINGS);
                var hooks = new Hooks()) {
            new AlertRound(SEED, round, notes, installation, hooks).run();
        }
    }
}
