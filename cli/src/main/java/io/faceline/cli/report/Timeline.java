package io.faceline.cli.report;

import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.Appearance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who was there when: a row a person, a bar an appearance. What is uncertain stands in the person's row as an outline. */
final class Timeline {
    private final TimeAxis axis;
    private final SeenVideo video;
    private final VideoPageContext look;

    Timeline(SeenVideo video, VideoPageContext look) {
        this.axis = TimeAxis.of(video.facts(), video.summary());
        this.video = video;
        this.look = look;
    }

    /** @param anchor of the card that says more */
    private record Row(String who, DecisionStyle standing, String anchor, List<Bar> bars) {}

    private record Bar(Appearance appearance, DecisionStyle standing) {}

    Html html() {
        var rows = rows();
        var title = Tag.of("th", look.timeTitle()).with("scope", "row");
        return Tag.of(
                        "table.timeline",
                        Tag.of("tbody", rows.stream().map(this::row).toList()),
                        Tag.of("tfoot", Tag.of("tr", title, Tag.of("td", ruler()))))
                .with("aria-label", "Who was seen when");
    }

    private List<Row> rows() {
        var known = new LinkedHashMap<PersonId, Row>();
        for (var person : video.summary().people()) {
            var bars = bars(person.appearances(), DecisionStyle.NAMED);
            known.put(
                    person.person(),
                    new Row(look.name(person.person()), DecisionStyle.NAMED, look.anchor(person.person()), bars));
        }
        video.summary().uncertain().forEach(sighting -> addUncertain(known, sighting.person(), sighting.appearance()));
        var unknown = video.summary().unknownToldApart().stream()
                .map(person -> new Row(
                        "unknown " + person.number(),
                        DecisionStyle.UNKNOWN,
                        look.anchor(person),
                        bars(person.appearances(), DecisionStyle.UNKNOWN)));
        return Stream.concat(known.values().stream(), unknown).toList();
    }

    private void addUncertain(Map<PersonId, Row> known, PersonId person, Appearance appearance) {
        var row = known.computeIfAbsent(
                person,
                id -> new Row(look.name(id) + "?", DecisionStyle.UNCERTAIN, look.uncertainAnchor(), new ArrayList<>()));
        row.bars().add(new Bar(appearance, DecisionStyle.UNCERTAIN));
    }

    private static List<Bar> bars(List<Appearance> appearances, DecisionStyle standing) {
        return appearances.stream()
                .map(appearance -> new Bar(appearance, standing))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Html row(Row row) {
        var name = Tag.of("a", Tag.of("bdi", row.who())).with("href", "#" + row.anchor());
        return Tag.of("tr", Tag.of("th", name).with("scope", "row"), Tag.of("td", drawing(row)));
    }

    private Html drawing(Row row) {
        var shapes = new ArrayList<Html>(lines());
        row.bars().forEach(bar -> shapes.add(bar(row, bar)));
        var times = row.bars().stream().map(this::words).collect(Collectors.joining("; "));
        return Tag.of("svg.row", shapes)
                .with("role", "img")
                .with("aria-label", look.isolated(row.who()) + ": " + times);
    }

    private Html bar(Row row, Bar bar) {
        return Tag.of(
                        "rect.bar." + bar.standing().style(),
                        Tag.of("title", look.isolated(row.who()) + ", " + words(bar)))
                .with("x", axis.place(bar.appearance().first()))
                .with("y", "7")
                .with("width", axis.length(bar.appearance()))
                .with("height", "14");
    }

    private String words(Bar bar) {
        return bar.standing().word() + " " + look.span(bar.appearance()) + ", "
                + Plurals.of(bar.appearance().frames(), "frame");
    }

    private List<Html> lines() {
        return axis.ticks().stream().map(this::line).toList();
    }

    private Html line(double tick) {
        var x = axis.place(tick);
        return Tag.of("line.tick").with("x1", x).with("x2", x).with("y1", "0").with("y2", "100%");
    }

    private Html ruler() {
        var labels = new ArrayList<Html>();
        for (var tick : axis.ticks()) {
            var rarely = labels.size() % 2 == 0 ? "" : ".between";
            labels.add(Tag.of("text" + rarely, TimeAxis.label(tick, look::time))
                    .with("x", axis.place(tick))
                    .with("y", "14")
                    .with("text-anchor", axis.anchor(tick)));
        }
        return Tag.of("svg.ruler", labels).with("aria-hidden", "true");
    }
}
