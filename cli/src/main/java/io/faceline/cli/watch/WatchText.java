package io.faceline.cli.watch;

import io.faceline.cli.output.Names;
import io.faceline.contracts.Shown;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Writes one line for each event, and a table at the end. */
final class WatchText implements WatchWriter {
    private static final int SECONDS_PER_MINUTE = 60;

    private final PrintWriter out;
    private final Names names;
    private final DateTimeFormatter time;

    /** @param zone of the times */
    WatchText(PrintWriter out, Names names, ZoneId zone) {
        this.out = out;
        this.names = names;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void write(WatchEvent event) {
        if (event instanceof WatchEvent.Came it) {
            line(it.at(), name(it.who()) + " came" + details(it.who(), it.similarity()));
        } else if (event instanceof WatchEvent.Recognised it) {
            line(it.at(), name(it.before()) + " is " + name(it.who()) + details(it.who(), it.similarity()));
        } else if (event instanceof WatchEvent.Left it) {
            line(it.at(), name(it.who()) + " left after " + words(it.stay()));
        } else if (event instanceof WatchEvent.Changed it) {
            line(it.state().at(), StateText.of(it.state()));
        } else if (event instanceof WatchEvent.Summary it) {
            summary(it);
        }
    }

    private String name(Seen who) {
        if (who instanceof Seen.Unknown it) {
            return "unknown person " + it.number();
        }
        return names.of(((Seen.Known) who).person());
    }

    private String details(Seen who, Optional<Double> similarity) {
        var likeness = similarity.map(value -> String.format(Locale.ROOT, "similarity %.2f", value));
        if (who instanceof Seen.Unknown it && it.perhaps().isPresent()) {
            return " (perhaps " + names.of(it.perhaps().get())
                    + likeness.map(text -> ", " + text).orElse("") + ")";
        }
        return likeness.map(text -> " (" + text + ")").orElse("");
    }

    private void summary(WatchEvent.Summary summary) {
        out.println();
        out.println("From " + time.format(summary.from()) + " to " + time.format(summary.until())
                + (summary.people().isEmpty() ? ": nobody came." : ":"));
        var width = summary.people().stream()
                .mapToInt(person -> Shown.of(name(person.who())).length())
                .max()
                .orElse(0);
        summary.people()
                .forEach(person -> out.println(String.format(
                        Locale.ROOT,
                        "  %-" + Math.max(1, width) + "s  %s – %s  %s, %s in all",
                        Shown.of(name(person.who())),
                        time.format(person.first()),
                        time.format(person.last()),
                        visits(person.visits()),
                        words(person.stay()))));
        out.flush();
    }

    private static String visits(int count) {
        return count == 1 ? "came once" : "came " + count + " times";
    }

    private void line(Instant at, String text) {
        out.println(time.format(at) + "  " + Shown.of(text));
        out.flush();
    }

    /** {@code 8 s}, {@code 2 min 5 s}, {@code 1 h 12 min}. */
    static String words(Duration stay) {
        var seconds = Math.round(stay.toMillis() / 1000.0);
        if (seconds < SECONDS_PER_MINUTE) {
            return seconds + " s";
        }
        var rounded = Duration.ofSeconds(seconds);
        return rounded.toHours() == 0
                ? rounded.toMinutes() + " min " + rounded.toSecondsPart() + " s"
                : rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
    }
}
