package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a video in which somebody is in view: a track, with what the whole video says of it. Topic {@code
 * appearances}, public JSON, compacted. Key: {@link #key}. Carries person ids and never a name.
 *
 * @param id of the track
 * @param version of the appearances of the job: each change of one has the next number
 * @param isOpen whether the face may still be in view
 * @param frames number of frames in which the face was seen
 * @param best the best shot, {@code firstShot} the first and {@code lastShot} the last good one
 * @param group of an unknown person: the id of the first of the person's tracks
 * @param isClear whether the face is good enough to find an unknown person again; if not, it is in no group with others
 * @param like whom it resembles, if it is of an unknown person who resembles somebody named in the same video
 */
public record Appearance(
        String id,
        String job,
        SessionId session,
        long number,
        long version,
        boolean isOpen,
        Look first,
        Look last,
        long frames,
        TrackIdentity identity,
        TrackShot best,
        TrackShot firstShot,
        TrackShot lastShot,
        @OmittedIfAbsent @Nullable String group,
        boolean isClear,
        @OmittedIfAbsent @Nullable Likeness like) {
    private static final String SEPARATOR = "|";

    public Appearance {
        Checks.id("job", job);
        Checks.require(id.startsWith(first.frame() + "/"), "the id must begin with " + first.frame() + ", was " + id);
    }

    /** The key of the record. */
    public String key() {
        return key(job, id);
    }

    public static String key(String job, String id) {
        return job + SEPARATOR + id;
    }

    /** The job of a key; empty if it is none. */
    public static Optional<String> jobOf(String key) {
        var end = key.indexOf(SEPARATOR);
        return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end));
    }

    /** The beginning of the keys of a job's records. */
    public static String prefix(String job) {
        return job + SEPARATOR;
    }

    /** Without these people: of nobody known, and like nobody. */
    public Appearance without(Predicate<PersonId> people) {
        var changed = identity.without(people);
        var isLike = like != null && people.test(like.person());
        return with(version, changed, groupIf(changed), isLike ? null : like);
    }

    /**
     * As somebody said by hand.
     *
     * @param correction null if nobody did
     */
    public Appearance correctedBy(@Nullable Correction correction) {
        var changed = identity.correctedBy(correction);
        return with(version, changed, groupIf(changed), like);
    }

    /** Of somebody who is not known any more: a person of their own. */
    private @Nullable String groupIf(TrackIdentity changed) {
        var isUnknownNow = identity.person() != null && changed.person() == null;
        return isUnknownNow && group == null ? id : group;
    }

    /** As of another state of the video. */
    public Appearance at(long changed) {
        return with(changed, identity, group, like);
    }

    private Appearance with(
            long changed, TrackIdentity who, @Nullable String groupOfPerson, @Nullable Likeness likeness) {
        return new Appearance(
                id,
                job,
                session,
                number,
                changed,
                isOpen,
                first,
                last,
                frames,
                who,
                best,
                firstShot,
                lastShot,
                groupOfPerson,
                isClear,
                likeness);
    }
}
