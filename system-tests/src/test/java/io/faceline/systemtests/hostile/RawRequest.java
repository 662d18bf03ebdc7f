package io.faceline.systemtests.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as it goes over the wire, right or wrong: nothing of it is checked. */
record RawRequest(String method, String target, Map<String, String> headers, byte[] body) {
    static RawRequest of(String method, String target) {
        return new RawRequest(method, target, Map.of(), new byte[0]);
    }

    RawRequest header(String name, String value) {
        return headers(Map.of(name, value));
    }

    RawRequest headers(Map<String, String> more) {
        var changed = new LinkedHashMap<>(headers);
        changed.putAll(more);
        return new RawRequest(method, target, changed, body);
    }

    RawRequest method(String other) {
        return new RawRequest(other, target, headers, body);
    }

    RawRequest target(String other) {
        return new RawRequest(method, other, headers, body);
    }

    RawRequest body(String contentType, byte[] content) {
        return new RawRequest(method, target, headers, content).header("Content-Type", contentType);
    }

    RawRequest body(String contentType, String content) {
        return body(contentType, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The headers in UTF-8, which is what a careless client sends. */
    byte[] bytes() {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        var all = new LinkedHashMap<String, String>();
        all.put("Host", "localhost");
        all.put("Connection", "close");
        all.put("Content-Length", Integer.toString(body.length));
        all.putAll(headers);
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** Short enough to be shown. */
    @Override
    public String toString() {
        var text = method + " " + target + " " + headers + " " + body.length + " bytes";
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
