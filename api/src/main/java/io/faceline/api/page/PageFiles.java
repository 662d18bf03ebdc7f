package io.faceline.api.page;

import io.faceline.contracts.Sha256;
import io.faceline.runtime.http.StaticContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The resources of module ui, each loaded once. Thread-safe. */
final class PageFiles {
    private static final String ROOT = "/io/faceline/ui/";
    /** All files of the page are one folder deep; no others are served. */
    private static final Pattern NAME = Pattern.compile("index\\.html|[a-z]+/[a-z-]+\\.(js|css|svg)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    /** @param tag the entity tag, by which a browser revalidates the file */
    record PageFile(StaticContent content, String tag) {}

    Optional<PageFile> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.ofNullable(read.computeIfAbsent(name, PageFiles::read))
                : Optional.empty();
    }

    private static @Nullable PageFile read(String name) {
        try (var in = PageFiles.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                return null;
            }
            var bytes = in.readAllBytes();
            var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new PageFile(new StaticContent(type, bytes), tag(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(Sha256.of(bytes), 0, 12) + '"';
    }
}
