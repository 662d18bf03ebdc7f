package io.faceline.systemtests.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * What all visitors share.
 *
 * @param exported the shared gallery, as the admin exports it
 * @param jobs everybody's
 * @param film a video to send
 */
record Scene(
        String address,
        Sightings sightings,
        KnownIds roster,
        KnownIds jobs,
        HttpApiClient.Answer exported,
        byte[] film) {
    private static final List<String> NAMES = List.of("Zoë %s", "李 %s 🌙", "<b>%s</b>", "أروى %s", "O'Neill \"%s\"");
    private static final int MOST_TOLD = 2000;
    private static final String NOBODY = "nobody";

    HttpApiClient nobody() {
        return new HttpApiClient(address, Optional.empty(), (question, answer) -> {
            // A new session is nobody's until the answer is read.
            if (!question.endsWith("/sessions")) {
                sightings.saw(NOBODY, question, answer.everything());
            }
        });
    }

    HttpApiClient asker(String session, String token) {
        return new HttpApiClient(
                address,
                Optional.of(token),
                (question, answer) -> sightings.saw(session, where(question, answer), answer.everything()));
    }

    private static String where(String question, HttpApiClient.Answer answer) {
        var text = question + ": " + answer;
        return text.substring(0, Math.min(text.length(), MOST_TOLD));
    }

    /** A name with a mark that is the session's alone. */
    String newName(String session, Random random) {
        var mark = String.format("mark%016x", random.nextLong());
        sightings.owns(session, mark);
        return String.format(NAMES.get(random.nextInt(NAMES.size())), mark);
    }

    /** The id of nobody ever. */
    String newId() {
        return UUID.randomUUID().toString();
    }
}
