package io.faceline.systemtests.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds what a session saw of another. Knows who owns what is recognisable of a session (secrets, session ids, the ids that
 * contain a UUID, and the marks in names) and who saw it where. Judged at the end, since an owner may learn of an id later
 * than a thief. Thread-safe.
 */
final class LeakDetector {
    static final String EVERYBODY = "everybody";

    private static final String SECRET = "fls_[A-Za-z0-9_-]{20,}";
    private static final String MARK = "mark[0-9a-f]{16}";
    private static final Pattern TOKEN = Pattern.compile(String.join(
            "|", SECRET, MARK, "[0-9a-f]{64}", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9_-]{24,}");

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> seen = new ConcurrentHashMap<>();

    static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(found -> found.group()).toList();
    }

    static boolean isSecret(String token) {
        return token.startsWith("fls_");
    }

    static boolean isMark(String token) {
        return token.startsWith("mark");
    }

    /** What was everybody's first stays so: an import into a session has the ids of the photos it came from. */
    void owns(String session, String text) {
        tokens(text).forEach(token -> owners.putIfAbsent(token, session));
    }

    /** @param where the first time is told of */
    void saw(String session, String where, String text) {
        var all = seen.computeIfAbsent(session, any -> new ConcurrentHashMap<>());
        tokens(text).forEach(token -> all.putIfAbsent(token, where));
        // The cursor of a list is base64 and holds a name.
        BASE64.matcher(text).results().map(found -> decoded(found.group())).forEach(inner -> tokens(inner)
                .forEach(token -> all.putIfAbsent(token, where)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** All that somebody saw of a session that was not the somebody's own. */
    Collection<String> leaks() {
        var leaks = new TreeSet<String>();
        seen.forEach((session, tokens) -> tokens.forEach((token, where) -> {
            var owner = owners.get(token);
            if (owner != null && !owner.equals(session) && !owner.equals(EVERYBODY)) {
                leaks.add(session + " saw " + token + " of " + owner + " in " + where);
            }
        }));
        return leaks;
    }
}
