package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.summary.UnknownPerson;
import io.faceline.tracking.summary.Visit;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Formats names, times and similarities of one video for the page.
 *
 * @param number the number of the video on the page
 * @param isTimeOfDay whether positions are shown as times of the day
 */
public record VideoPageContext(
        int number, PersonDirectory subjects, DoubleFunction<String> positions, boolean isTimeOfDay) {
    String name(PersonId person) {
        return subjects.name(person);
    }

    String name(UnknownPerson person) {
        return "unknown " + person.number();
    }

    List<Blob> photos(PersonId person) {
        return subjects.photos(person);
    }

    public String time(double position) {
        return positions.apply(position);
    }

    /** The first and last time of the appearance, or one time when both have the same text. */
    public String span(Visit appearance) {
        var first = time(appearance.first());
        var last = time(appearance.last());
        return first.equals(last) ? first : first + " – " + afterSameDay(first, last);
    }

    String spanAndFrames(Visit appearance) {
        return span(appearance) + ", " + Plurals.of(appearance.frames(), "frame");
    }

    /** The last time, without the day when it equals that of the first time. */
    private static String afterSameDay(String first, String last) {
        var day = first.substring(0, first.lastIndexOf(' ') + 1);
        return last.startsWith(day) ? last.substring(day.length()) : last;
    }

    public String similarity(double similarity) {
        return String.format(Locale.ROOT, "%.2f", similarity);
    }

    String timeTitle() {
        return isTimeOfDay ? "time of day" : "position";
    }

    /** Isolates a name, so that a right-to-left name does not reorder the text around it. */
    public String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    public String anchor() {
        return "video-" + number;
    }

    String anchor(PersonId person) {
        return anchor() + "-" + person.value();
    }

    String anchor(UnknownPerson person) {
        return anchor() + "-unknown-" + person.number();
    }

    public String uncertainAnchor() {
        return anchor() + "-uncertain";
    }
}
