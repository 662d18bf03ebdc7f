package io.faceline.cli.report;

import io.faceline.contracts.face.Thresholds;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header of the page: the searched files, the people, the settings and the results in numbers. */
public final class PageHeader {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm (z)", Locale.ENGLISH);
    private static final int MAX_NAMES = 24;

    private final RunFacts run;
    private final List<SeenVideo> videos;
    private final int photos;

    PageHeader(RunFacts run, List<SeenVideo> videos, int photos) {
        this.run = run;
        this.videos = videos;
        this.photos = photos;
    }

    /** A total of the run, and what it counts. */
    public record Tile(String count, String words, String style) {}

    /** A setting of the run. */
    public record Fact(String title, String words) {}

    public List<SeenVideo> videos() {
        return videos;
    }

    public String when() {
        return WHEN.format(run.when());
    }

    public String files() {
        var parts = new ArrayList<String>();
        if (!videos.isEmpty()) {
            var seconds = videos.stream()
                    .mapToDouble(video -> video.facts().duration())
                    .sum();
            parts.add(Plurals.of(videos.size(), "video") + ", " + DurationText.words(seconds) + " long");
        }
        if (photos > 0) {
            parts.add(Plurals.of(photos, "photo"));
        }
        return parts.isEmpty() ? "No file was processed." : String.join(", and ", parts) + ".";
    }

    public List<Tile> tiles() {
        var people = videos.stream()
                .flatMap(video -> video.summary().people().stream())
                .map(person -> person.person())
                .distinct()
                .count();
        var uncertain = videos.stream()
                .mapToLong(video -> video.summary().uncertain().size())
                .sum();
        var unknown = videos.stream()
                .mapToLong(video -> video.summary().unknownToldApart().size())
                .sum();
        var frames =
                videos.stream().mapToLong(video -> video.summary().frames()).sum();
        return List.of(
                tile(people, people == 1 ? "person named" : "people named", DecisionStyle.NAMED.style()),
                tile(uncertain, "for you to judge", DecisionStyle.UNCERTAIN.style()),
                tile(unknown, "unknown", DecisionStyle.UNKNOWN.style()),
                tile(frames, frames == 1 ? "frame processed" : "frames processed", "plain"));
    }

    private static Tile tile(long count, String words, String style) {
        return new Tile(String.format(Locale.ROOT, "%,d", count), words, style);
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Searched for", people()));
        if (!run.shownOnly().isEmpty()) {
            facts.add(new Fact("Shown here", "only " + String.join(", ", run.shownOnly())));
        }
        run.start().ifPresent(start -> facts.add(new Fact("Time of position 0", start + ", as given by --start")));
        facts.add(new Fact("Frames", "up to " + rate() + " per second of video"));
        facts.add(new Fact(
                "Models",
                run.detector()
                        + run.basis().map(basis -> ", " + basis.modelId()).orElse("")));
        run.basis().ifPresent(basis -> facts.add(new Fact("Similarity", thresholds(basis.thresholds()))));
        return facts;
    }

    private String rate() {
        var rate = String.format(Locale.ROOT, "%.2f", run.framesPerSecond());
        return rate.replaceAll("\\.?0+$", "");
    }

    private static String thresholds(Thresholds thresholds) {
        return String.format(
                Locale.ROOT,
                "named from %.2f, if at least %.2f above any other person; for you to judge from %.2f",
                thresholds.match(),
                thresholds.margin(),
                thresholds.uncertain());
    }

    private String people() {
        var names = run.gallery();
        if (names.isEmpty()) {
            return "nobody: the gallery is empty";
        }
        var more = names.size() <= MAX_NAMES ? "" : " and " + Plurals.of(names.size() - MAX_NAMES, "other");
        return names.stream()
                        .limit(MAX_NAMES)
                        .reduce((all, name) -> all + ", " + name)
                        .orElseThrow()
                + more;
    }
}
