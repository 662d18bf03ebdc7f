package io.faceline.cli.recognize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** What a run was asked for, as a hash: the same files, unchanged, with the same flags. */
record RunRequest(String hash) {
    /** @param flags what else decides on the answers */
    static RunRequest of(Collection<Path> files, List<String> flags) {
        var digest = sha256();
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
