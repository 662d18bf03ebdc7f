package io.faceline.ingest.camera.open.http;

import io.faceline.ingest.camera.open.Login;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A challenge of HTTP's digest access authentication (RFC 7616), and the answers to it. Not thread-safe. */
final class DigestChallenge {
    private static final Pattern FIELD =
            Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SESSION = "-SESS";
    private static final int CNONCE_BYTES = 8;

    private final Map<String, String> fields;
    private final String algorithm;
    private int count;

    private DigestChallenge(Map<String, String> fields) {
        this.fields = fields;
        this.algorithm = fields.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    }

    /** The strongest of those that can be answered. */
    static Optional<DigestChallenge> best(List<String> challenges) {
        return challenges.stream()
                .filter(text -> text.regionMatches(true, 0, "Digest ", 0, "Digest ".length()))
                .map(text -> new DigestChallenge(fields(text)))
                .filter(DigestChallenge::isAnswerable)
                .max((one, other) -> Boolean.compare(one.isSha256(), other.isSha256()));
    }

    private static Map<String, String> fields(String challenge) {
        var fields = new TreeMap<String, String>();
        var matcher = FIELD.matcher(challenge.substring("Digest ".length()));
        while (matcher.find()) {
            var value = matcher.group(2) == null
                    ? matcher.group(3)
                    : matcher.group(2).replaceAll("\\\\(.)", "$1");
            fields.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return fields;
    }

    private boolean isAnswerable() {
        var base =
                algorithm.endsWith(SESSION) ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm;
        return fields.containsKey("nonce") && ("MD5".equals(base) || "SHA-256".equals(base));
    }

    private boolean isSha256() {
        return algorithm.startsWith("SHA-256");
    }

    /** Whether only the challenge has become old, and not the password wrong. */
    boolean isStale() {
        return "true".equalsIgnoreCase(fields.get("stale"));
    }

    boolean hasNonceOf(DigestChallenge other) {
        return fields.getOrDefault("nonce", "").equals(other.fields.getOrDefault("nonce", ""));
    }

    /** The header that answers it for a GET of this target. */
    String authorization(Login login, String target) {
        count++;
        var nonce = fields.getOrDefault("nonce", "");
        var realm = fields.getOrDefault("realm", "");
        var cnonce = HexFormat.of().formatHex(random());
        var times = String.format(Locale.ROOT, "%08x", count);
        var secret = hash(login.user() + ":" + realm + ":" + login.password());
        if (algorithm.endsWith(SESSION)) {
            secret = hash(secret + ":" + nonce + ":" + cnonce);
        }
        var request = hash("GET:" + target);
        var isCounted = fields.getOrDefault("qop", "").contains("auth");
        var response = isCounted
                ? hash(String.join(":", secret, nonce, times, cnonce, "auth", request))
                : hash(String.join(":", secret, nonce, request));
        var header = new StringBuilder("Digest username=\"" + escaped(login.user()) + "\", realm=\"" + escaped(realm)
                + "\", nonce=\"" + escaped(nonce) + "\", uri=\"" + target + "\", response=\"" + response + "\"");
        if (fields.containsKey("algorithm")) {
            header.append(", algorithm=").append(fields.get("algorithm"));
        }
        if (fields.containsKey("opaque")) {
            header.append(", opaque=\"")
                    .append(escaped(fields.getOrDefault("opaque", "")))
                    .append('"');
        }
        if (isCounted) {
            header.append(", qop=auth, nc=")
                    .append(times)
                    .append(", cnonce=\"")
                    .append(cnonce)
                    .append('"');
        } else if (algorithm.endsWith(SESSION)) {
            header.append(", cnonce=\"").append(cnonce).append('"');
        }
        return header.toString();
    }

    private static byte[] random() {
        var bytes = new byte[CNONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String escaped(String text) {
        // A line break would begin another header.
        return text.replaceAll("\\p{Cntrl}", "").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String hash(String text) {
        try {
            var digest = MessageDigest.getInstance(isSha256() ? "SHA-256" : "MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5 and SHA-256", e);
        }
    }
}
