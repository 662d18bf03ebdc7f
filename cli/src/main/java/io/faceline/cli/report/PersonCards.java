package io.faceline.cli.report;

import io.faceline.tracking.Appearance;
import io.faceline.tracking.BestShot;
import io.faceline.tracking.PersonAppearances;
import io.faceline.tracking.UnknownPerson;
import java.util.List;
import java.util.Locale;

/** A card a person: the best shot, and when the person was seen. */
final class PersonCards {
    private final VideoPageContext look;
    private final FaceImages images;

    PersonCards(VideoPageContext look, FaceImages images) {
        this.look = look;
        this.images = images;
    }

    Html named(PersonAppearances person) {
        var name = look.name(person.person());
        return Tag.of(
                        "article.card.named",
                        shot(person.bestShot(), name),
                        Tag.of(
                                "div.words",
                                heading(name, DecisionStyle.NAMED),
                                Tag.of("p", sum(person.appearances(), person.frames(), person.bestSimilarity())),
                                appearances(person.appearances(), name)))
                .with("id", look.anchor(person.person()));
    }

    Html unknown(UnknownPerson person) {
        var name = "unknown " + person.number();
        var appearances = person.appearances();
        var isOnce = appearances.size() == 1;
        return Tag.of(
                        "article.card.unknown",
                        shot(person.bestShot(), name),
                        Tag.of(
                                "div.words",
                                heading(name, DecisionStyle.UNKNOWN),
                                Tag.of(
                                        "p",
                                        isOnce
                                                ? look.span(appearances.get(0)) + ", "
                                                        + Plurals.of(person.frames(), "frame")
                                                : sum(appearances, person.frames())),
                                isOnce ? Html.nothing() : appearances(appearances, name)))
                .with("id", look.anchor(person));
    }

    private static String sum(List<Appearance> appearances, long frames) {
        return Plurals.of(appearances.size(), "appearance") + ", " + Plurals.of(frames, "frame");
    }

    private static String sum(List<Appearance> appearances, long frames, double similarity) {
        return sum(appearances, frames) + ", best similarity " + number(similarity);
    }

    private static Html heading(String name, DecisionStyle standing) {
        var tag = standing == DecisionStyle.UNKNOWN ? Html.nothing() : standing.tag();
        return Tag.of("h4", Tag.of("bdi", name), tag);
    }

    private Html shot(BestShot shot, String name) {
        var time = look.time(shot.position());
        return Tag.of(
                "figure",
                images.shot(shot, "Best shot of " + look.isolated(name) + ", at " + time),
                Tag.of("figcaption", "best shot, at " + time));
    }

    private Html appearances(List<Appearance> appearances, String name) {
        var rows = appearances.stream().map(one -> row(one, name)).toList();
        var table = Tag.of("table.appearances", Tag.of("tbody", rows));
        return Tag.of("div.scroll", table)
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "Appearances of " + look.isolated(name));
    }

    private Html row(Appearance appearance, String name) {
        var shot = appearance.bestShot();
        var alt = look.isolated(name) + " at " + look.time(shot.position());
        var similarity = appearance.bestSimilarity();
        return Tag.of(
                "tr",
                Tag.of("td.thumb", FaceImages.crop(shot.cropJpeg(), alt)),
                Tag.of("td", look.span(appearance)),
                Tag.of("td.number", Plurals.of(appearance.frames(), "frame")),
                similarity == null ? Html.nothing() : Tag.of("td.number", "similarity " + number(similarity)));
    }

    static String number(double similarity) {
        return String.format(Locale.ROOT, "%.2f", similarity);
    }
}
