package io.faceline.delivery.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Status and headers of an answer; its body is not read.
 *
 * @param headers by name in small letters, the first of each name
 */
record PostAnswer(int status, Map<String, String> headers) {
    private static final int MAX_BYTES = 32 << 10;
    private static final int FIRST_FINAL = 200;
    private static final int MAX_HEADS = 10;

    /** @throws IOException when it is no answer of HTTP */
    static PostAnswer read(InputStream in) throws IOException {
        for (var head = 0; head < MAX_HEADS; head++) {
            var answer = readHead(in);
            // What comes before 200 only says that the answer will come.
            if (answer.status >= FIRST_FINAL) {
                return answer;
            }
        }
        throw new IOException("no end of answers that are none");
    }

    private static PostAnswer readHead(InputStream in) throws IOException {
        var left = new int[] {MAX_BYTES};
        var first = line(in, left).split(" ", 3);
        if (!first[0].startsWith("HTTP/1.") || first.length < 2 || !first[1].matches("[1-5]\\d\\d")) {
            throw new IOException("no answer of HTTP");
        }
        var headers = new TreeMap<String, String>();
        for (var line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new PostAnswer(Integer.parseInt(first[1]), headers);
    }

    private static String line(InputStream in, int[] left) throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the connection ended before the answer");
            }
            left[0]--;
            if (left[0] < 0) {
                throw new IOException("the head of the answer is too long");
            }
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    /** How far the clock of who answered is ahead of ours; empty if it does not tell. */
    Optional<Duration> clockAhead(Instant now) {
        return date(headers.get("date")).map(date -> Duration.between(now, date));
    }

    /** How long the receiver wants to be left alone, in seconds or until a date. */
    Optional<Duration> retryAfter(Instant now) {
        var value = headers.getOrDefault("retry-after", "");
        var wait = value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : date(value).map(date -> Duration.between(now, date));
        return wait.filter(time -> !time.isNegative());
    }

    private static Optional<Instant> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(value -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
