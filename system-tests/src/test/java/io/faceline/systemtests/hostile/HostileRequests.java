package io.faceline.systemtests.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that is tried on one route. */
final class HostileRequests {
    private static final String[] PARAMETERS = {
        "limit", "cursor", "scope", "person", "name", "state", "format", "since", "source", "decision", "title"
    };
    private static final String[] HEADERS = {
        "Authorization",
        "Cookie",
        "Idempotency-Key",
        "Range",
        "Accept",
        "Accept-Encoding",
        "Content-Encoding",
        "Expect",
        "X-Forwarded-For",
        "X-Forwarded-Proto",
        "Origin",
        "Host",
        "Last-Event-ID",
        "Content-Type",
        "X"
    };
    private static final String[] METHODS = {"FOO", "TRACE", "PROPFIND", "PUT", "OPTIONS", "HEAD", "get", "*"};
    private static final Map<String, String> MANY_HEADERS =
            IntStream.range(0, 5000).boxed().collect(Collectors.toMap(i -> "X" + i, i -> ""));

    private HostileRequests() {}

    /** By what is tried. */
    static Map<String, RawRequest> on(RawRequest right, String pattern) {
        var tried = new LinkedHashMap<String, RawRequest>();
        inPath(tried, right, pattern);
        // Pages and measurements read no parameters, and the latter take their time.
        if (pattern.startsWith("/api/")) {
            inQuery(tried, right);
        }
        inHeaders(tried, right);
        lengths(tried, right);
        for (var method : METHODS) {
            tried.put("method " + method, right.method(method));
        }
        if (!right.method().equals("GET")) {
            bodies(tried, right);
        }
        return tried;
    }

    private static void inPath(Map<String, RawRequest> tried, RawRequest right, String pattern) {
        for (var value : HostileValues.inAddresses()) {
            tried.put("path " + value, right.target(pattern.replaceAll("[{<][a-z]+[}>]", quoted(value))));
            tried.put("path and " + value, right.target(right.target() + "/" + value));
        }
        tried.put("path up", right.target("/../../etc/passwd"));
        tried.put("path twice", right.target("//evil.example" + right.target()));
        tried.put("whole address", right.target("http://evil.example" + right.target()));
    }

    private static String quoted(String value) {
        return Matcher.quoteReplacement(value);
    }

    private static void inQuery(Map<String, RawRequest> tried, RawRequest right) {
        for (var value : HostileValues.inAddresses()) {
            for (var parameter : PARAMETERS) {
                tried.put("?" + parameter + "=" + value, right.target(right.target() + "?" + parameter + "=" + value));
            }
        }
        tried.put("many parameters", right.target(right.target() + "?" + "a=b&".repeat(1500)));
        tried.put("long query", right.target(right.target() + "?a=" + "x".repeat(100_000)));
    }

    private static void inHeaders(Map<String, RawRequest> tried, RawRequest right) {
        for (var value : HostileValues.inHeaders()) {
            Stream.of(HEADERS).forEach(name -> tried.put("header " + name + " " + value, right.header(name, value)));
        }
        tried.put("header of a megabyte", right.header("X", "x".repeat(1 << 20)));
        tried.put("bearer of nobody", right.header("Authorization", "Bearer fls_" + "A".repeat(42) + "\u00e9"));
        tried.put("many headers", right.headers(MANY_HEADERS));
    }

    private static void lengths(Map<String, RawRequest> tried, RawRequest right) {
        for (var length : new String[] {"-1", "1e3", "0x10", "99999999999999999999", "5, 6", "1000000"}) {
            tried.put("length " + length, right.header("Content-Length", length));
        }
        tried.put("chunked besides a length", right.header("Transfer-Encoding", "chunked"));
        tried.put("unknown coding", right.header("Transfer-Encoding", "gzip, x"));
    }

    private static void bodies(Map<String, RawRequest> tried, RawRequest right) {
        // Each under the types that lead furthest, and one of the others by turns.
        var others = HostileValues.types();
        HostileValues.bodies().forEach((what, body) -> {
            var other = others.get(tried.size() % others.size());
            for (var type : List.of("application/json", HostileValues.BOUNDARY, other)) {
                tried.put(what + " as " + type, right.body(type, body));
            }
        });
        HostileValues.packedBodies().forEach((what, body) -> {
            tried.put(what + " packed", right.body("application/json", body).header("Content-Encoding", "gzip"));
        });
    }
}
