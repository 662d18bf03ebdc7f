package io.faceline.api.jobs.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.faceline.api.jobs.NamedPerson;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.job.Job;
import io.faceline.tracking.summary.Appearance;
import io.faceline.tracking.summary.PersonAppearances;
import io.faceline.tracking.summary.UncertainSighting;
import io.faceline.tracking.summary.UnknownPerson;
import io.faceline.web.view.PersonNames;
import java.util.List;
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
    record Person(NamedPerson person, List<Seen> appearances, long frames, double bestSimilarity, ShotView bestShot) {}

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
     * @param bestSimilarity null for an unknown person
     */
    record Seen(
            @JsonProperty("from") double first,
            @JsonProperty("to") double last,
            long frames,
            @Nullable Double bestSimilarity,
            ShotView bestShot) {
        static Seen of(String job, Appearance appearance) {
            return new Seen(
                    appearance.first(),
                    appearance.last(),
                    appearance.frames(),
                    appearance.bestSimilarity(),
                    ShotView.of(job, appearance.bestShot()));
        }

        static List<Seen> of(String job, List<Appearance> appearances) {
            return appearances.stream().map(appearance -> of(job, appearance)).toList();
        }
    }

    static JobPeopleView of(Job job, JobSummary seen, PersonNames names) {
        var summary = seen.summary();
        var toldApart = summary.unknownToldApart();
        return new JobPeopleView(
                seen.isComplete(),
                summary.frames(),
                summary.lostFrames(),
                summary.faces(),
                summary.people().stream().map(one -> person(job, one, names)).toList(),
                summary.unknown().stream()
                        .map(one -> unknown(job, one, toldApart.contains(one)))
                        .toList(),
                summary.uncertain().stream()
                        .map(one -> uncertain(job, one, names))
                        .toList());
    }

    private static Person person(Job job, PersonAppearances seen, PersonNames names) {
        return new Person(
                NamedPerson.of(seen.person(), Decision.MATCH, job.session(), names),
                Seen.of(job.id(), seen.appearances()),
                seen.frames(),
                seen.bestSimilarity(),
                ShotView.of(job.id(), seen.bestShot()));
    }

    private static Unknown unknown(Job job, UnknownPerson seen, boolean isToldApart) {
        return new Unknown(
                seen.number(),
                isToldApart,
                Seen.of(job.id(), seen.appearances()),
                seen.frames(),
                ShotView.of(job.id(), seen.bestShot()));
    }

    private static Uncertain uncertain(Job job, UncertainSighting seen, PersonNames names) {
        return new Uncertain(
                NamedPerson.of(seen.person(), Decision.UNCERTAIN, job.session(), names),
                seen.cause(),
                seen.similarity(),
                Seen.of(job.id(), seen.appearance()));
    }
}
