package io.faceline.cli.report;

import io.faceline.contracts.face.Thresholds;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was searched, for whom and how, and what came of it in numbers. */
final class PageHeader {
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

    Html html() {
        return Tag.of(
                "header",
                Tag.of("h1", "Who was seen, and when"),
                Tag.of("p.facts", files() + " Searched on " + WHEN.format(run.when()) + "."),
                Tag.of("ul.tiles", tiles()),
                contents(),
                legend(),
                how());
    }

    private String files() {
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
        return parts.isEmpty() ? "No file went through." : String.join(", and ", parts) + ".";
    }

    private List<Html> tiles() {
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
                tile(frames, frames == 1 ? "frame looked at" : "frames looked at", "plain"));
    }

    private static Html tile(long count, String words, String style) {
        return Tag.of(
                "li.tile." + style,
                Tag.of("strong", String.format(Locale.ROOT, "%,d", count)),
                Html.text(" "),
                Tag.of("span", words));
    }

    /** Where each video is on the page, if there are several. */
    private Html contents() {
        if (videos.size() < 2) {
            return Html.nothing();
        }
        var links = new ArrayList<Html>();
        for (var video : videos) {
            var link = Tag.of("a", Tag.of("bdi", video.file().toString())).with("href", "#video-" + (links.size() + 1));
            links.add(Tag.of("li", link));
        }
        return Tag.of("nav", Tag.of("ul.contents", links)).with("aria-label", "Videos");
    }

    private static Html legend() {
        return Tag.of(
                "p.legend",
                entry(DecisionStyle.NAMED, "named: surely enough somebody in the gallery"),
                entry(DecisionStyle.UNCERTAIN, "for you to judge: it may be; look at both faces"),
                entry(DecisionStyle.UNKNOWN, "unknown: nobody in the gallery"));
    }

    private static Html entry(DecisionStyle standing, String words) {
        var sample = Tag.of("rect.bar." + standing.style())
                .with("x", "2")
                .with("y", "3")
                .with("width", "20")
                .with("height", "10");
        return Tag.of("span", Tag.of("svg.sample", sample).with("aria-hidden", "true"), Html.text(words));
    }

    private Html how() {
        var facts = new ArrayList<Html>();
        facts.add(fact("Searched for", people()));
        if (!run.shownOnly().isEmpty()) {
            facts.add(fact("Shown here", "only " + String.join(", ", run.shownOnly())));
        }
        run.start().ifPresent(start -> facts.add(fact("Position 0 was", start + ", as it was given")));
        facts.add(fact("Frames", "up to " + rate() + " of a second of video"));
        facts.add(fact(
                "Models",
                run.detector()
                        + run.basis().map(basis -> ", " + basis.modelId()).orElse("")));
        run.basis().ifPresent(basis -> facts.add(fact("Similarity", thresholds(basis.thresholds()))));
        return Tag.of("dl", facts);
    }

    private String rate() {
        var rate = String.format(Locale.ROOT, "%.2f", run.framesPerSecond());
        return rate.replaceAll("\\.?0+$", "");
    }

    private static String thresholds(Thresholds thresholds) {
        return String.format(
                Locale.ROOT,
                "named from %.2f on, when %.2f ahead of anybody else; for you to judge from %.2f on",
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

    private static Html fact(String title, String words) {
        return Html.all(List.of(Tag.of("dt", title), Tag.of("dd", Tag.of("bdi", words))));
    }
}
