package io.faceline.alerting.judge.special.together;

import java.time.Instant;
import java.util.List;

/**
 * Somebody of the list and others who are not, in view together.
 *
 * @param known the one of the list
 * @param others in the order in which they came into view
 * @param first since when there are enough others
 * @param last until when any of them were together
 */
record Party(SeenTrack known, List<SeenTrack> others, Instant first, Instant last) {
    Party {
        others = List.copyOf(others);
    }

    List<String> otherTracks() {
        return others.stream().map(SeenTrack::id).toList();
    }
}
