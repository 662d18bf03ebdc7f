package io.faceline.cli.report;

import io.faceline.tracking.Appearance;
import io.faceline.tracking.BestShot;
import io.faceline.tracking.PersonAppearances;
import io.faceline.tracking.UnknownPerson;
import java.util.List;

/**
 * A person: the best shot, and when the person was seen.
 *
 * @param words all appearances in one line
 * @param appearances one by one; empty when the line says all
 */
public record PersonCard(
        DecisionStyle standing, String name, String anchor, BestShot shot, String words, List<Appearance> appearances) {
    public PersonCard {
        appearances = List.copyOf(appearances);
    }

    static PersonCard named(PersonAppearances person, VideoPageContext look) {
        return new PersonCard(
                DecisionStyle.NAMED,
                look.name(person.person()),
                look.anchor(person.person()),
                person.bestShot(),
                sum(person.appearances(), person.frames()) + ", best similarity "
                        + look.similarity(person.bestSimilarity()),
                person.appearances());
    }

    static PersonCard unknown(UnknownPerson person, VideoPageContext look) {
        var all = person.appearances();
        var isOnce = all.size() == 1;
        return new PersonCard(
                DecisionStyle.UNKNOWN,
                look.name(person),
                look.anchor(person),
                person.bestShot(),
                isOnce ? look.spanAndFrames(all.get(0)) : sum(all, person.frames()),
                isOnce ? List.of() : all);
    }

    private static String sum(List<Appearance> appearances, long frames) {
        return Plurals.of(appearances.size(), "appearance") + ", " + Plurals.of(frames, "frame");
    }
}
