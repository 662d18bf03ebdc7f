package io.faceline.api.corrections;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Correction;
import io.faceline.runtime.http.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request says of a track: {@code {"track":"…","not":["…"],"person":"…"}}.
 *
 * @param not who the track is not
 * @param person who it is
 */
record CorrectionItem(String track, List<PersonId> not, Optional<PersonId> person) {
    CorrectionItem {
        not = List.copyOf(not);
    }

    /** @throws ProblemException if the value is none */
    static CorrectionItem of(JsonNode item) {
        try {
            return new CorrectionItem(text(item.path("track")), not(item), person(item.path("person")));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static List<PersonId> not(JsonNode item) {
        var people = item.path("not");
        if (!people.isArray() && !isAbsent(people)) {
            throw invalid();
        }
        if (isAbsent(people) && isAbsent(item.path("person"))) {
            throw invalid();
        }
        var not = new ArrayList<PersonId>();
        people.forEach(id -> not.add(new PersonId(text(id))));
        return not;
    }

    private static Optional<PersonId> person(JsonNode person) {
        return isAbsent(person) ? Optional.empty() : Optional.of(new PersonId(text(person)));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw invalid();
        }
        return value.textValue();
    }

    /** Whether nothing is said of the track any more: {@code "not":[]} and no person. */
    boolean saysNothing() {
        return not.isEmpty() && person.isEmpty();
    }

    /** @throws ProblemException if the track is none, or if it says nothing or too much */
    Correction correction(SessionId session, Instant at) {
        try {
            return new Correction(session, source(track), track, not, person.orElse(null), at);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** A track has the id of its source, the number of a frame and the index of a face. */
    private static String source(String track) {
        var frame = track.lastIndexOf('/');
        var source = frame < 0 ? -1 : track.lastIndexOf('/', frame - 1);
        if (source < 0) {
            throw invalid();
        }
        return track.substring(0, source);
    }

    static ProblemException invalid() {
        return new ProblemException(
                400,
                "BAD_REQUEST",
                "it must be {\"track\":\"…\"} with the id of a track, and \"not\", a list of up to 100 ids of people, or"
                        + " \"person\", the id of one who is not among them");
    }
}
