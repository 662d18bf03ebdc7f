package io.faceline.cli.report;

import io.faceline.contracts.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Title and style of a page, and what it may do: show its own images in its own style, and nothing else. */
final class PageHead {
    private PageHead() {}

    static Html html(String title) {
        var style = style();
        var hash = Base64.getEncoder().encodeToString(Sha256.of(style));
        var policy = "default-src 'none'; img-src data:; style-src 'sha256-" + hash
                + "'; base-uri 'none'; form-action 'none'";
        return Tag.of(
                "head",
                Tag.of("meta").with("charset", "utf-8"),
                meta("http-equiv", "Content-Security-Policy", policy),
                meta("name", "viewport", "width=device-width, initial-scale=1"),
                meta("name", "color-scheme", "light dark"),
                meta("name", "referrer", "no-referrer"),
                Tag.of("title", title),
                Tag.of("style", new Html.OwnText(style)));
    }

    private static Tag meta(String key, String name, String content) {
        return Tag.of("meta").with(key, name).with("content", content);
    }

    private static String style() {
        try (var stream = Objects.requireNonNull(PageHead.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
