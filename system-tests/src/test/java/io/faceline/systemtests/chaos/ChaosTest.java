package io.faceline.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills, freezes, thaws and restarts the processes of an installation by seed while people are enrolled, recognised and
 * deleted, and checks that nothing promised is broken. The long form is {@code scripts/chaos}.
 */
@Tag("slow")
class ChaosTest {
    private static final int ROUNDS = Integer.getInteger("faceline.chaos.rounds", 1);
    private static final int FROM = Integer.getInteger("faceline.chaos.from", 1);
    private static final long SEED = Long.getLong("faceline.chaos.seed", 1);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("faceline.chaos.seconds", 15));

    @TempDir
    Path folder;

    @Test
    void promisesAreKept_instancesAreKilledAndFrozen() throws Exception {
        var logs = Path.of(System.getProperty("faceline.chaos.folder", folder.toString()));
        var violations = new ArrayList<String>();
        var totals = new TreeMap<String, Long>();
        try (var log = ChaosLog.open(logs.resolve("chaos.log"), SEED)) {
            for (var round = FROM; round < FROM + ROUNDS; round++) {
                var notes = new RoundNotes(log, round);
                new ChaosRound(SEED, round, LENGTH, notes).run(Files.createDirectories(logs.resolve("round-" + round)));
                for (var violation : notes.violations()) {
                    violations.add("round " + round + ": " + violation);
                }
                notes.counts().forEach((what, count) -> totals.merge(what, count.sum(), Long::sum));
            }
            log.add(FROM + ROUNDS - 1, "totals " + totals + " violations=" + violations.size());
        }

        assertThat(violations).as("with -Dfaceline.chaos.seed=" + SEED).isEmpty();
    }
}
