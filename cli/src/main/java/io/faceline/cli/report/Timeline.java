package io.faceline.cli.report;

import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.summary.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The timeline: one row per person, one bar per appearance. Uncertain appearances are outlines in the row of the person. */
public final class Timeline {
    private final TimeAxis axis;
    private final SeenVideo video;
    private final VideoPageContext context;

    Timeline(SeenVideo video, VideoPageContext context) {
        this.axis = TimeAxis.of(video.facts(), video.summary());
        this.video = video;
        this.context = context;
    }

    /** @param anchor the id of the card with the details */
    public record Row(String name, String anchor, List<Bar> bars) {
        /** A description of all bars for screen readers. */
        public String words() {
            return bars.stream().map(Bar::words).collect(Collectors.joining("; "));
        }
    }

    /**
     * A bar; place and length are shares of the axis.
     *
     * @param words a description of the bar
     */
    public record Bar(DecisionStyle standing, String place, String length, String words) {}

    /** @param isRare whether the label is hidden on narrow screens */
    public record Tick(String place, String label, String anchor, boolean isRare) {}

    public String title() {
        return context.timeTitle();
    }

    public List<Row> rows() {
        var known = new LinkedHashMap<PersonId, Row>();
        for (var person : video.summary().people()) {
            var bars = bars(person.appearances(), DecisionStyle.NAMED);
            known.put(person.person(), new Row(context.name(person.person()), context.anchor(person.person()), bars));
        }
        video.summary().uncertain().forEach(sighting -> addUncertain(known, sighting.person(), sighting.appearance()));
        var unknown = video.summary().unknownToldApart().stream()
                .map(person -> new Row(
                        context.name(person),
                        context.anchor(person),
                        bars(person.appearances(), DecisionStyle.UNKNOWN)));
        return Stream.concat(known.values().stream(), unknown).toList();
    }

    private void addUncertain(Map<PersonId, Row> known, PersonId person, Visit appearance) {
        var row = known.computeIfAbsent(
                person, id -> new Row(context.name(id) + "?", context.uncertainAnchor(), new ArrayList<>()));
        row.bars().add(bar(appearance, DecisionStyle.UNCERTAIN));
    }

    private List<Bar> bars(List<Visit> appearances, DecisionStyle standing) {
        return appearances.stream()
                .map(appearance -> bar(appearance, standing))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Bar bar(Visit appearance, DecisionStyle standing) {
        return new Bar(
                standing,
                axis.place(appearance.first()),
                axis.length(appearance),
                standing.word() + " " + context.spanAndFrames(appearance));
    }

    public List<Tick> ticks() {
        var ticks = axis.ticks();
        return IntStream.range(0, ticks.size())
                .mapToObj(n -> tick(ticks.get(n), n % 2 == 1))
                .toList();
    }

    private Tick tick(double position, boolean isRare) {
        return new Tick(axis.place(position), TimeAxis.label(position, context::time), axis.anchor(position), isRare);
    }
}
