package io.faceline.api.lists;

import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Which part of a list a request asks for: {@code limit} and {@code cursor}. */
public final class ListParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** Stands in no name and in no id. */
    private static final String BETWEEN = "\0";

    private ListParameters() {}

    /** @throws ProblemException for anything but 1 to 200 */
    public static int limit(Context context) {
        var text = context.queryParam("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw wrong("limit", "a whole number from 1 to " + MAX_LIMIT);
        }
        throw wrong("limit", "a whole number from 1 to " + MAX_LIMIT);
    }

    /** Two words that say behind which element the rest begins: whoever comes or goes meanwhile, no other is skipped or told twice. */
    public static String cursor(String first, String second) {
        var text = first + BETWEEN + second;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The two words of {@link #cursor(String, String)}; empty without a cursor. */
    public static Optional<List<String>> cursor(Context context) {
        return Optional.ofNullable(context.queryParam("cursor")).map(ListParameters::words);
    }

    private static List<String> words(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var between = text.indexOf(BETWEEN);
            if (between >= 0) {
                return List.of(text.substring(0, between), text.substring(between + 1));
            }
        } catch (IllegalArgumentException e) {
            throw wrongCursor();
        }
        throw wrongCursor();
    }

    public static ProblemException wrongCursor() {
        return wrong("cursor", "the \"next\" of the part before");
    }

    public static ProblemException wrong(String parameter, String expected) {
        return new ProblemException(400, "BAD_REQUEST", parameter + " must be " + expected);
    }
}
