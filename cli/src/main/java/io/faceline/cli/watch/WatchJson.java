package io.faceline.cli.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.cli.output.Names;
import io.faceline.contracts.Shown;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.serde.Mappers;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes one JSON line for each event. The fields are a public contract, see docs/reference/command-line.md. */
final class WatchJson implements WatchWriter {
    private static final double MILLIS_PER_SECOND = 1000;

    private final PrintWriter out;
    private final Names names;

    record PersonLine(String name, Integer unknown, String perhaps) {}

    record CameLine(String event, Instant at, PersonLine person, Double similarity) {}

    record RecognisedLine(String event, Instant at, PersonLine before, PersonLine person, Double similarity) {}

    record LeftLine(String event, Instant at, PersonLine person, double seconds) {}

    record StateLine(
            String event,
            Instant at,
            CameraCondition condition,
            String reason,
            Instant nextTryAt,
            String redirectedTo,
            List<CameraNotice> notices,
            String codec,
            int width,
            int height) {}

    record SummaryLine(String event, Instant from, Instant until, List<AttendanceLine> people) {}

    record AttendanceLine(PersonLine person, Instant first, Instant last, int visits, double seconds) {}

    WatchJson(PrintWriter out, Names names) {
        this.out = out;
        this.names = names;
    }

    @Override
    public void write(WatchEvent event) {
        if (event instanceof WatchEvent.Came it) {
            print(new CameLine("came", it.at(), person(it.who()), similarity(it.similarity())));
        } else if (event instanceof WatchEvent.Recognised it) {
            print(new RecognisedLine(
                    "recognised", it.at(), person(it.before()), person(it.who()), similarity(it.similarity())));
        } else if (event instanceof WatchEvent.Left it) {
            print(new LeftLine("left", it.at(), person(it.who()), seconds(it.stay())));
        } else if (event instanceof WatchEvent.Changed it) {
            print(line(it));
        } else if (event instanceof WatchEvent.Summary it) {
            var people = it.people().stream().map(this::line).toList();
            print(new SummaryLine("summary", it.from(), it.until(), people));
        }
    }

    private static StateLine line(WatchEvent.Changed changed) {
        var state = changed.state();
        return new StateLine(
                "state",
                state.at(),
                state.condition(),
                state.reason(),
                state.nextTryAt(),
                state.redirectedTo(),
                state.notices(),
                state.figures().codec(),
                state.figures().width(),
                state.figures().height());
    }

    private AttendanceLine line(WatchEvent.Attendance seen) {
        return new AttendanceLine(person(seen.who()), seen.first(), seen.last(), seen.visits(), seconds(seen.stay()));
    }

    private PersonLine person(Seen who) {
        if (who instanceof Seen.Unknown it) {
            return new PersonLine(null, it.number(), it.perhaps().map(names::of).orElse(null));
        }
        return new PersonLine(names.of(((Seen.Known) who).person()), null, null);
    }

    private static Double similarity(Optional<Double> similarity) {
        return similarity.orElse(null);
    }

    private static double seconds(Duration stay) {
        return stay.toMillis() / MILLIS_PER_SECOND;
    }

    private void print(Object line) {
        try {
            // Escapes what may control a terminal; the values stay the same.
            out.println(Shown.of(Mappers.JSON.writeValueAsString(line)));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written as JSON", e);
        }
    }
}
