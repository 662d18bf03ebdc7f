package io.faceline.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The style sheet of the page.
 *
 * @param sha256 by which the page allows it and no other
 */
public record PageStyle(String text, String sha256) {
    static PageStyle read() {
        try (var stream = Objects.requireNonNull(PageStyle.class.getResourceAsStream("page.css"), "page.css")) {
            var bytes = stream.readAllBytes();
            return new PageStyle(new String(bytes, StandardCharsets.UTF_8), sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
