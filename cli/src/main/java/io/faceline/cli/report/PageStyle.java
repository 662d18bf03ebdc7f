package io.faceline.cli.report;

import io.faceline.contracts.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * The style sheet of the page.
 *
 * @param sha256 the hash by which the policy of the page allows only this style sheet
 */
public record PageStyle(String text, String sha256) {
    static PageStyle read() {
        try (var stream = Objects.requireNonNull(PageStyle.class.getResourceAsStream("page.css"), "page.css")) {
            var bytes = stream.readAllBytes();
            return new PageStyle(
                    new String(bytes, StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(Sha256.of(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
