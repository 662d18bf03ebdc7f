package io.faceline.systemtests.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.regex.Pattern;

/**
 * An operation of the document.
 *
 * @param method such as {@code GET}
 * @param path with parameters in braces
 * @param place where it stands in the document
 */
record Operation(String id, String method, String path, JsonPointer place) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    /** Such as {@code GET /health}. */
    String name() {
        return method + " " + path;
    }

    boolean matches(String asked, String address) {
        // The id of a photo may hold slashes.
        var last = path.endsWith("{photo}") ? path.replace("{photo}", ".+") : path;
        return method.equals(asked) && address.matches(PARAMETER.matcher(last).replaceAll("[^/]+"));
    }

    /** What has fewer parameters says more exactly what it means. */
    long parameters() {
        return PARAMETER.matcher(path).results().count();
    }
}
