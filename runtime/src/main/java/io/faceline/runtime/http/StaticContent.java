package io.faceline.runtime.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A response body that is compressed once instead of for each request. Immutable. */
public final class StaticContent {
    private static final String GZIP = "gzip";

    private final String type;
    private final byte[] bytes;
    private final byte[] compressed;

    /** @param type media type */
    public StaticContent(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes.clone();
        this.compressed = compress(bytes);
    }

    /** Sends it as the client accepts it. */
    public void send(Context context) {
        var isCompressed = accepts(context.header("Accept-Encoding"));
        context.contentType(type).header("Vary", "Accept-Encoding");
        if (isCompressed) {
            context.header("Content-Encoding", GZIP);
        }
        context.result(isCompressed ? compressed : bytes);
    }

    /** Nobody who names it refuses it. */
    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && encodings.toLowerCase(Locale.ROOT).contains(GZIP);
    }

    private static byte[] compress(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
