package io.faceline.api.lists;

import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The paging parameters {@code limit} and {@code cursor} of a request. */
public final class ListParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** Occurs in no name and in no id. */
    private static final String SEPARATOR = "\0";

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
            throw invalid("limit", "a whole number from 1 to " + MAX_LIMIT);
        }
        throw invalid("limit", "a whole number from 1 to " + MAX_LIMIT);
    }

    /**
     * A cursor that holds the sort key of the last element of a page, so that concurrent changes neither skip nor
     * repeat others.
     */
    public static String cursor(String first, String second) {
        var text = first + SEPARATOR + second;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The two parts of {@link #cursor(String, String)}; empty without a cursor. */
    public static Optional<List<String>> cursor(Context context) {
        return Optional.ofNullable(context.queryParam("cursor")).map(ListParameters::parts);
    }

    private static List<String> parts(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var separator = text.indexOf(SEPARATOR);
            if (separator >= 0) {
                return List.of(text.substring(0, separator), text.substring(separator + 1));
            }
        } catch (IllegalArgumentException e) {
            throw invalidCursor();
        }
        throw invalidCursor();
    }

    public static ProblemException invalidCursor() {
        return invalid("cursor", "the \"next\" of the previous page");
    }

    public static ProblemException invalid(String parameter, String expected) {
        return new ProblemException(400, "BAD_REQUEST", parameter + " must be " + expected);
    }
}
