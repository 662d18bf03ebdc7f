package io.faceline.runtime.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All metrics in Prometheus' text format, collected once a second at most: there are thousands, and anybody may ask for
 * them. Thread-safe.
 */
final class MetricsText {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    private final PrometheusMeterRegistry registry;
    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private @Nullable Scrape last;

    private record Scrape(String text, StaticContent content, long at) {}

    MetricsText(PrometheusMeterRegistry registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
    }

    StaticContent all() {
        return current().content;
    }

    /** @param names of samples, as in Prometheus' own clients */
    String only(Set<String> names) {
        var kept = new ArrayList<String>();
        var comments = new ArrayList<String>();
        for (var line : current().text.lines().toList()) {
            if (line.startsWith("#")) {
                // HELP is the first of a family's two comments.
                if (line.startsWith("# HELP")) {
                    comments.clear();
                }
                comments.add(line);
            } else if (names.contains(name(line))) {
                take(comments, kept);
                kept.add(line);
            }
        }
        return kept.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void take(List<String> from, List<String> to) {
        to.addAll(from);
        from.clear();
    }

    /** The name of a sample ends at its labels or its value. */
    private static String name(String line) {
        var end = 0;
        while (end < line.length() && line.charAt(end) != '{' && line.charAt(end) != ' ') {
            end++;
        }
        return line.substring(0, end);
    }

    private synchronized Scrape current() {
        var now = nanoTime.getAsLong();
        var current = last;
        if (current == null || now - current.at >= MAX_AGE_NANOS) {
            var text = registry.scrape(TYPE);
            current = new Scrape(text, new StaticContent(TYPE, text.getBytes(StandardCharsets.UTF_8)), now);
            last = current;
        }
        return current;
    }
}
