package io.faceline.tracking;

import java.util.List;

/**
 * Who was seen in a video and when. Person ids and no names.
 *
 * @param people in order of their first appearance
 * @param unknown by number
 * @param uncertain in order of time
 * @param frames answered, of which {@code lostFrames} were dropped or failed
 * @param faces found in all of them
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

    /** The unknown people that are worth showing one by one. */
    public List<UnknownPerson> unknownToldApart() {
        return unknown.stream().filter(this::isToldApart).toList();
    }

    /** The others: too small, blurred or short to tell apart; several of them may be the same person. */
    public List<UnknownPerson> unknownPassing() {
        return unknown.stream().filter(person -> !isToldApart(person)).toList();
    }

    /** In a video of one frame nobody is seen for longer. */
    private boolean isToldApart(UnknownPerson person) {
        return person.isClear() && (person.frames() > 1 || frames == 1);
    }
}
