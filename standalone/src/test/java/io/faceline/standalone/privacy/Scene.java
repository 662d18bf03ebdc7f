package io.faceline.standalone.privacy;

import java.util.Optional;
import java.util.UUID;

/**
 * What all visitors share.
 *
 * @param exported the shared gallery, as the admin exports it
 */
record Scene(String address, Sightings sightings, Roster roster, String exported) {
    private static final int MOST_TOLD = 2000;
    private static final String NOBODY = "nobody";

    Asker nobody() {
        return new Asker(address, Optional.empty(), (question, answer) -> {
            // A new session is nobody's until the answer is read.
            if (!question.endsWith("/sessions")) {
                sightings.saw(NOBODY, question, answer.everything());
            }
        });
    }

    Asker asker(String session, String token) {
        return new Asker(
                address,
                Optional.of(token),
                (question, answer) -> sightings.saw(session, where(question, answer), answer.everything()));
    }

    private static String where(String question, Asker.Answer answer) {
        var text = question + ": " + answer;
        return text.substring(0, Math.min(text.length(), MOST_TOLD));
    }

    /** The id of nobody ever. */
    String newId() {
        return UUID.randomUUID().toString();
    }
}
