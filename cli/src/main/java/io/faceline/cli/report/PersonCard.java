package io.faceline.cli.report;

import io.faceline.tracking.summary.PersonAppearances;
import io.faceline.tracking.summary.SeenShot;
import io.faceline.tracking.summary.UnknownPerson;
import io.faceline.tracking.summary.Visit;
import java.util.List;

/**
 * The best shot and the appearances of a person.
 *
 * @param words a summary of the appearances
 * @param appearances the single appearances; empty when the summary says it all
 */
public record PersonCard(
        DecisionStyle standing, String name, String anchor, SeenShot shot, String words, List<Visit> appearances) {
    public PersonCard {
        appearances = List.copyOf(appearances);
    }

    static PersonCard named(PersonAppearances person, VideoPageContext context) {
        return new PersonCard(
                DecisionStyle.NAMED,
                context.name(person.person()),
                context.anchor(person.person()),
                person.bestShot(),
                sum(person.appearances(), person.frames()) + similarity(person, context),
                person.appearances());
    }

    private static String similarity(PersonAppearances person, VideoPageContext context) {
        var best = person.bestSimilarity();
        return best == null ? "" : ", best similarity " + context.similarity(best);
    }

    static PersonCard unknown(UnknownPerson person, VideoPageContext context) {
        var all = person.appearances();
        var isSingle = all.size() == 1;
        return new PersonCard(
                DecisionStyle.UNKNOWN,
                context.name(person),
                context.anchor(person),
                person.bestShot(),
                isSingle ? context.spanAndFrames(all.get(0)) : sum(all, person.frames()),
                isSingle ? List.of() : all);
    }

    private static String sum(List<Visit> appearances, long frames) {
        return Plurals.of(appearances.size(), "appearance") + ", " + Plurals.of(frames, "frame");
    }
}
