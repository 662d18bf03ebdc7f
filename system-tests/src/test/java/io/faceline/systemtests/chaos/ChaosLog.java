package io.faceline.systemtests.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The log of chaos runs: one line an event, with time, seed and round, on the console and in a file. Thread-safe. */
public final class ChaosLog implements AutoCloseable {
    private final PrintWriter file;
    private final long seed;

    private ChaosLog(PrintWriter file, long seed) {
        this.file = file;
        this.seed = seed;
    }

    /** Appends to the file. */
    public static ChaosLog open(Path file, long seed) throws IOException {
        Files.createDirectories(file.getParent());
        var writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new ChaosLog(new PrintWriter(writer, true), seed);
    }

    /** @param event such as {@code killed instance=matcher-1} */
    public synchronized void add(int round, String event) {
        var time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var line = "time=" + time + " seed=" + seed + " round=" + round + " event=" + event;
        System.out.println(line);
        file.println(line);
        if (file.checkError()) {
            throw new UncheckedIOException(new IOException("the log of chaos runs cannot be written"));
        }
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
