package io.faceline.api.jobs.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Appearance;
import io.faceline.tracking.summary.PersonAppearances;
import io.faceline.tracking.summary.SeenShot;
import io.faceline.tracking.summary.UncertainSighting;
import io.faceline.tracking.summary.UnknownPerson;
import io.faceline.tracking.summary.Visit;
import io.faceline.web.view.NamedPerson;
import io.faceline.web.view.PersonNames;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The people of a video and their appearances, as served over HTTP.
 *
 * @param isComplete whether the job has ended and all its frames are included
 * @param frames number of answered frames, of which {@code lostFrames} were dropped or failed
 * @param faces number of faces in all frames
 * @param people by first appearance
 * @param uncertain by time
 */
record JobPeopleView(
        boolean isComplete,
        long frames,
        long lostFrames,
        long faces,
        List<Person> people,
        List<Unknown> unknown,
        List<Uncertain> uncertain) {
    /** A person of the gallery. */
    record Person(
            NamedPerson person,
            List<Seen> appearances,
            long frames,
            @Nullable Double bestSimilarity,
            ShotView bestShot) {}

    /**
     * A person who is not in the gallery.
     *
     * @param isToldApart whether to show the person separately; if not, several of these may be the same person
     */
    record Unknown(int number, boolean isToldApart, List<Seen> appearances, long frames, ShotView bestShot) {}

    /** A sighting that may be this person and needs a human decision. */
    record Uncertain(NamedPerson person, UncertainSighting.Cause cause, double similarity, Seen appearance) {}

    /**
     * An appearance, with its first and last position in seconds.
     *
     * @param bestSimilarity null for an unknown person, and for one who was named by hand
     * @param tracks the ids of the tracks of which it consists
     */
    record Seen(
            @JsonProperty("from") double first,
            @JsonProperty("to") double last,
            long frames,
            @Nullable Double bestSimilarity,
            ShotView bestShot,
            List<String> tracks) {}

    static JobPeopleView of(Job job, JobPeople.Seen seen, PersonNames names, Predicate<String> hasPicture) {
        var summary = seen.summary();
        var view = new Rows(job, names, hasPicture);
        var toldApart = summary.unknownToldApart();
        return new JobPeopleView(
                seen.isComplete(),
                summary.frames(),
                summary.lostFrames(),
                summary.faces(),
                summary.people().stream().map(view::person).toList(),
                summary.unknown().stream()
                        .map(one -> view.unknown(one, toldApart.contains(one)))
                        .toList(),
                summary.uncertain().stream().map(view::uncertain).toList());
    }

    /** @param hasPicture whether there is a picture of the appearance with this id */
    private record Rows(Job job, PersonNames names, Predicate<String> hasPicture) {
        Person person(PersonAppearances seen) {
            return new Person(
                    NamedPerson.of(seen.person(), Decision.MATCH, job.session(), names),
                    seen(seen.appearances()),
                    seen.frames(),
                    seen.bestSimilarity(),
                    shot(seen.bestShot()));
        }

        Unknown unknown(UnknownPerson seen, boolean isToldApart) {
            return new Unknown(
                    seen.number(), isToldApart, seen(seen.appearances()), seen.frames(), shot(seen.bestShot()));
        }

        Uncertain uncertain(UncertainSighting seen) {
            return new Uncertain(
                    NamedPerson.of(seen.person(), Decision.UNCERTAIN, job.session(), names),
                    seen.cause(),
                    seen.similarity(),
                    seen(seen.appearance()));
        }

        private List<Seen> seen(List<Visit> visits) {
            return visits.stream().map(this::seen).toList();
        }

        private Seen seen(Visit visit) {
            return new Seen(
                    visit.first(),
                    visit.last(),
                    visit.frames(),
                    visit.bestSimilarity(),
                    shot(visit.bestShot()),
                    visit.appearances().stream().map(Appearance::id).toList());
        }

        private ShotView shot(SeenShot shot) {
            return ShotView.of(job, shot, hasPicture);
        }
    }
}
