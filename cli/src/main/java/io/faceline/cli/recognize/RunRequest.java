package io.faceline.cli.recognize;

import io.faceline.contracts.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** What a run was asked for, as a hash: the same files, unchanged, with the same flags. */
record RunRequest(String hash) {
    /** @param flags what else decides on the answers */
    static RunRequest of(Collection<Path> files, List<String> flags) {
        var digest = Sha256.digest();
        flags.forEach(flag -> digest.update((flag + "\n").getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> digest.update((state(file) + "\n").getBytes(StandardCharsets.UTF_8)));
        return new RunRequest(HexFormat.of().formatHex(digest.digest()));
    }

    /** The part of the request that is about one of its files. */
    String file(int number) {
        return hash + "-" + number;
    }

    private static String state(Path file) {
        try {
            return file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // A file that is not there is told of when its turn comes.
            return file.toAbsolutePath() + " missing";
        }
    }
}
