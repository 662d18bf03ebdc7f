package io.faceline.ingest.video;

import io.faceline.runtime.http.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of a file is asked for. Our own, since Javalin's {@code writeSeekableStream} (7.2.3) takes {@code bytes=-500}
 * for what follows byte 500, refuses no range with 416, fails with 500 on what is no range, and of an open range sends
 * 128 kB alone.
 *
 * @param last inclusive
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /**
     * Empty when the whole file is requested. Multiple ranges and ranges of other units are ignored (RFC 9110, 14.2).
     *
     * @throws ProblemException when the range is not satisfiable
     */
    static Optional<ByteRange> of(String header, long size) {
        var matcher = ONE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        var range = matcher.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(matcher.group(2))), size - 1)
                : new ByteRange(Long.parseLong(matcher.group(1)), last(matcher.group(2), size));
        if (range.first > range.last) {
            throw new ProblemException(416, "NO_SUCH_RANGE", "the video has " + size + " bytes");
        }
        return Optional.of(range);
    }

    private static long last(String text, long size) {
        return text.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(text));
    }
}
