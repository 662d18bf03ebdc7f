package io.faceline.cli.recognize;

import io.faceline.contracts.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Identifies a run by a hash of its files, their size and time, and its options. */
record RunRequest(String hash) {
    /** @param flags what else decides on the answers */
    static RunRequest of(Collection<Path> files, List<String> flags) {
        var digest = Sha256.digest();
        flags.forEach(flag -> digest.update((flag + "\n").getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> digest.update((state(file) + "\n").getBytes(StandardCharsets.UTF_8)));
        return new RunRequest(HexFormat.of().formatHex(digest.digest()));
    }

    /** The request of one of the files. */
    String file(int number) {
        return hash + "-" + number;
    }

    private static String state(Path file) {
        try {
            return file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // A missing file is reported when it is processed.
            return file.toAbsolutePath() + " missing";
        }
    }
}
