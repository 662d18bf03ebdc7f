package io.faceline.ingest.camera.open.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Status and headers of an answer.
 *
 * @param isKeptByDefault whether the connection stays open unless the headers say otherwise, as since HTTP/1.1
 * @param headers by name in small letters; several of one name in their order
 */
record ResponseHead(int status, boolean isKeptByDefault, Map<String, List<String>> headers) {
    private static final int MAX_BYTES = 32 << 10;
    private static final int NO_NUMBER = -1;

    /** @throws IOException when it is no answer of HTTP */
    static ResponseHead read(InputStream in) throws IOException {
        var left = new int[] {MAX_BYTES};
        var first = line(in, left);
        var status = status(first);
        Map<String, List<String>> headers = new TreeMap<>();
        for (var line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return new ResponseHead(status, first.startsWith("HTTP/1.1"), headers);
    }

    private static int status(String line) throws IOException {
        var parts = line.split(" ", 3);
        var isHttp = line.startsWith("HTTP/1") || line.startsWith("ICY");
        if (!isHttp || parts.length < 2 || !parts[1].matches("\\d{3}")) {
            throw new NoHttpException();
        }
        return Integer.parseInt(parts[1]);
    }

    /** Ends with LF, or with CR LF. */
    private static String line(InputStream in, int[] left) throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("the answer ended within its head");
            }
            left[0]--;
            if (left[0] < 0) {
                throw new NoHttpException();
            }
            line.append((char) octet);
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1).strip();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Whether it says that pictures will follow each other. */
    boolean isMultipart() {
        return header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isPresent();
    }

    boolean isChunked() {
        return header("transfer-encoding")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
    }

    /** The length of the body; empty if it ends with the connection. */
    Optional<Long> length() {
        return header("content-length").map(ResponseHead::number).filter(number -> number >= 0);
    }

    private static long number(String text) {
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : NO_NUMBER;
    }

    boolean keepsConnection() {
        var connection = header("connection").orElse("").toLowerCase(Locale.ROOT);
        var isKept = connection.contains("keep-alive") || (isKeptByDefault && !connection.contains("close"));
        return isKept && (isChunked() || length().isPresent());
    }

    /** Thrown for what is no HTTP. */
    static final class NoHttpException extends IOException {
        private static final long serialVersionUID = 1;

        NoHttpException() {
            super("no answer of HTTP");
        }
    }
}
