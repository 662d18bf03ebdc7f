package io.faceline.api.jobs.visits;

import io.faceline.api.jobs.people.ShotView;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.tracking.summary.UncertainSighting;
import io.faceline.web.view.NamedPerson;
import io.faceline.web.view.PersonNames;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as served over HTTP: who is in view in a video, from when to when, and how that is known.
 *
 * @param id of the first appearance
 * @param person null for an unknown person
 * @param unknown number within the job; null for anybody else
 * @param cause why it is uncertain; null otherwise
 * @param from first frame
 * @param to last frame
 * @param seconds from the first to the last frame
 * @param frames number of analysed frames in which the face was seen
 * @param similarity highest of a frame to the person; null for an unknown person
 * @param isOpen whether the face may still be in view
 * @param others who else was in view meanwhile
 */
record VisitView(
        String id,
        JobRef job,
        Decision decision,
        @Nullable NamedPerson person,
        @Nullable Integer unknown,
        UncertainSighting.@Nullable Cause cause,
        Moment from,
        Moment to,
        double seconds,
        long frames,
        @Nullable Double similarity,
        boolean isOpen,
        @Nullable ShotView bestShot,
        List<AppearanceView> appearances,
        List<OtherView> others) {
    /**
     * The video.
     *
     * @param sha256 of the file; null for a job of an older version
     */
    record JobRef(String id, String title, @Nullable String sha256) {
        static JobRef of(Job job) {
            var video = job.requireVideo();
            var file = video.file();
            return new JobRef(job.id(), video.title(), file == null ? null : file.sha256());
        }
    }

    /**
     * A track within the visit.
     *
     * @param matches number of frames that are matches of the person
     * @param goodLooks number of frames with a face good enough to recognise somebody
     * @param threshold similarity from which a frame was a match
     */
    record AppearanceView(
            String id,
            Moment from,
            Moment to,
            long frames,
            int matches,
            int goodLooks,
            @Nullable Double similarity,
            double threshold,
            String modelId,
            long galleryVersion) {
        static AppearanceView of(Job job, Appearance seen) {
            TrackIdentity identity = seen.identity();
            return new AppearanceView(
                    seen.id(),
                    Moment.of(job, seen.first()),
                    Moment.of(job, seen.last()),
                    seen.frames(),
                    identity.matches(),
                    identity.goodLooks(),
                    identity.similarity(),
                    identity.threshold(),
                    identity.modelId(),
                    identity.galleryVersion());
        }
    }

    /**
     * Somebody else who was in view.
     *
     * @param seconds in which both were
     * @param spans in seconds of the video
     */
    record OtherView(
            Decision decision,
            @Nullable NamedPerson person,
            @Nullable Integer unknown,
            double seconds,
            List<Span> spans) {}

    /** @param shots makes the view of the best shot */
    static VisitView of(JobVisit seen, PersonNames names, ShotView.Of shots) {
        var job = seen.job();
        var subject = seen.subject();
        var appearances = seen.visit().appearances();
        var first = appearances.get(0);
        var last = appearances.stream()
                .max(Comparator.comparingDouble(one -> one.last().seconds()))
                .orElseThrow();
        return new VisitView(
                seen.id(),
                JobRef.of(job),
                subject.decision(),
                named(subject, job, names),
                subject.unknown().orElse(null),
                subject.cause().orElse(null),
                Moment.of(job, first.first()),
                Moment.of(job, last.last()),
                seen.seconds(),
                seen.visit().frames(),
                seen.similarity() < 0 ? null : (Double) seen.similarity(),
                appearances.stream().anyMatch(Appearance::isOpen),
                shots.view(job, seen.visit().bestShot()),
                appearances.stream().map(one -> AppearanceView.of(job, one)).toList(),
                seen.others().stream().map(other -> other(other, job, names)).toList());
    }

    private static OtherView other(JobVisit.Other other, Job job, PersonNames names) {
        var subject = other.subject();
        return new OtherView(
                subject.decision(),
                named(subject, job, names),
                subject.unknown().orElse(null),
                other.seconds(),
                other.spans());
    }

    private static @Nullable NamedPerson named(Subject subject, Job job, PersonNames names) {
        return subject.person()
                .map(person -> NamedPerson.of(person, subject.decision(), job.session(), names))
                .orElse(null);
    }
}
