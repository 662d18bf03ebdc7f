package io.faceline.tracking.summary;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.TrackedVideo;
import java.util.Collection;
import java.util.List;

/**
 * The people seen in a video and their appearances. Contains person ids but no names.
 *
 * @param people ordered by first appearance
 * @param unknown ordered by number
 * @param uncertain ordered by time
 * @param frames number of answered frames, of which {@code lostFrames} were dropped or failed
 * @param faces number of detected faces
 */
public record VideoSummary(
        List<PersonAppearances> people,
        List<UnknownPerson> unknown,
        List<UncertainSighting> uncertain,
        long frames,
        long lostFrames,
        long faces) {
    public VideoSummary {
        people = List.copyOf(people);
        unknown = List.copyOf(unknown);
        uncertain = List.copyOf(uncertain);
    }

    /** Of the appearances of a video so far. */
    public static VideoSummary of(Collection<Appearance> appearances, TrackedVideo video) {
        return of(appearances, video, Pictures.NONE);
    }

    /** The same with the pictures of the best shots. */
    public static VideoSummary of(Collection<Appearance> appearances, TrackedVideo video, Pictures pictures) {
        return of(appearances, video, Visit.MAX_GAP_SECONDS, pictures);
    }

    /** @param maxGap seconds between appearances of a person that are one visit */
    public static VideoSummary of(
            Collection<Appearance> appearances, TrackedVideo video, double maxGap, Pictures pictures) {
        var people = new SummarisedPeople(appearances, maxGap, pictures);
        return new VideoSummary(
                people.named(),
                people.unknown(),
                people.uncertain(),
                video.frames(),
                video.lostFrames(),
                video.faces());
    }

    /** Unknown people who can be distinguished. */
    public List<UnknownPerson> unknownToldApart() {
        return unknown.stream().filter(this::isDistinct).toList();
    }

    /**
     * Unknown people whose faces are too small, blurred or brief to be distinguished; several may be the same person.
     */
    public List<UnknownPerson> unknownPassing() {
        return unknown.stream().filter(person -> !isDistinct(person)).toList();
    }

    /** A single frame suffices in a video of one frame. */
    private boolean isDistinct(UnknownPerson person) {
        return person.isClear() && (person.frames() > 1 || frames == 1);
    }
}
