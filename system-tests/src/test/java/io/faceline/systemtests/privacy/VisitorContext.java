package io.faceline.systemtests.privacy;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What all visitors share.
 *
 * @param exported the shared gallery, as the admin exports it
 * @param knownJobs everybody's
 * @param video a video to send
 */
record VisitorContext(
        TestClient client,
        LeakDetector leakDetector,
        KnownIds knownPeople,
        KnownIds knownJobs,
        HttpAnswer exported,
        byte[] video) {
    /** A camera that there is. */
    static final String CAMERA = "door";
    /** The id of a rule that the admin wrote. */
    static final String RULE = "hall";

    private static final List<String> NAMES = List.of("Zoë %s", "李 %s 🌙", "<b>%s</b>", "أروى %s", "O'Neill \"%s\"");
    private static final int MAX_TOLD_LENGTH = 2000;
    private static final String NOBODY = "nobody";

    TestClient nobody() {
        return client.withListener((request, answer) -> {
            // A new session is nobody's until the answer is read.
            if (!request.uri().getPath().endsWith("/sessions")) {
                saw(NOBODY, request, answer);
            }
        });
    }

    TestClient client(String session, String token) {
        return client.withListener((request, answer) -> saw(session, request, answer))
                .as(token);
    }

    private void saw(String session, HttpRequest request, HttpAnswer answer) {
        // All of it, for a search: bytes are characters.
        var everything = answer.headers().map() + "\n" + new String(answer.body(), StandardCharsets.ISO_8859_1);
        saw(session, request.method() + " " + request.uri() + ": " + answer, everything);
    }

    /** A session was shown this text. */
    void saw(String session, String where, String text) {
        leakDetector.saw(session, where.substring(0, Math.min(where.length(), MAX_TOLD_LENGTH)), text);
    }

    /** A name with a mark that is the session's alone. */
    String newName(String session, Random random) {
        var mark = String.format("mark%016x", random.nextLong());
        leakDetector.owns(session, mark);
        return String.format(NAMES.get(random.nextInt(NAMES.size())), mark);
    }

    /** The id of nobody ever. */
    String newId() {
        return UUID.randomUUID().toString();
    }
}
