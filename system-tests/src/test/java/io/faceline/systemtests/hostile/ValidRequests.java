package io.faceline.systemtests.hostile;

import java.util.Map;
import java.util.TreeMap;

/** For each route a request that the server understands, as a session that has nothing. None of them leaves anything behind. */
final class ValidRequests {
    private static final String JSON = "application/json";
    private static final String ONE_PIXEL =
            "{\"name\":\"Mallory\",\"image\":\"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"}";
    private static final String NAME = "{\"name\":\"Mallory\",\"into\":\"somebody\"}";
    /** Of a track that does not exist. */
    private static final String CORRECTION = "{\"track\":\"job-none/0/0\",\"not\":[\"somebody\"]}";

    /** A session may not add one. */
    private static final String CAMERA_TO_CHECK = "{\"address\":\"rtsp://10.0.0.7/x\"}";

    private static final String CAMERA = "{\"name\":\"Mallory\",\"address\":\"rtsp://10.0.0.7/x\"}";

    private static final String RULE =
            "{\"name\":\"Mallory\",\"who\":{\"kind\":\"stranger\"},\"zone\":\"Europe/Berlin\"}";

    private static final String LINE = "{\"id\":\"a\",\"name\":\"Mallory\",\"references\":[],\"photos\":[]}\n";

    private ValidRequests() {}

    /** By route, as {@link io.faceline.runtime.http.HttpServer#routes()} names them. */
    static Map<String, RawRequest> all() {
        var all = new TreeMap<String, RawRequest>();
        for (var path : new String[] {
            "/",
            "/health",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/openapi.json",
            "/asyncapi.json",
            "/docs",
            "/docs/{file}",
            "/ui/{folder}/{file}",
            "/api/v1/models",
            "/api/v1/rules",
            "/api/v1/session",
            "/api/v1/people",
            "/api/v1/people/{id}",
            "/api/v1/people/{id}/photos/<photo>",
            "/api/v1/people/export",
            "/api/v1/jobs",
            "/api/v1/jobs/{id}",
            "/api/v1/jobs/{id}/events",
            "/api/v1/jobs/{id}/people",
            "/api/v1/jobs/{id}/results",
            "/api/v1/jobs/{id}/shots/{shot}",
            "/api/v1/jobs/{id}/video",
            "/api/v1/jobs/{id}/visits",
            "/api/v1/visits",
            "/api/v1/corrections",
            "/api/v1/matches",
            "/api/v1/cameras",
            "/api/v1/cameras/events",
            "/api/v1/cameras/{id}",
            "/api/v1/cameras/{id}/latest.jpg",
            "/api/v1/cameras/{id}/tracks",
            "/api/v1/alert-rules",
            "/api/v1/alert-rules/presets",
            "/api/v1/alert-rules/{id}",
            "/api/v1/watch-lists",
            "/api/v1/watch-lists/{id}",
            "/api/v1/source-groups",
            "/api/v1/source-groups/{id}",
            "/api/v1/receivers",
            "/api/v1/receivers/{id}",
            "/api/v1/deliveries",
            "/api/v1/mutes",
            "/api/v1/alert-definitions",
            "/api/v1/alerts",
            "/api/v1/alerts/events",
            "/api/v1/alerts/export.csv",
            "/api/v1/alerts/{id}",
            "/api/v1/alerts/{id}/picture",
            "/api/v1/alerts/{id}/reference-picture",
            "/api/v1/attendance",
            "/api/v1/attendance/inside",
            "/api/v1/tracks/events",
            "/api/v1/dead-letters",
            "/api/v1/dead-letters/{id}",
            "/api/v1/dead-letters/{id}/content"
        }) {
            add(all, "GET", path);
        }
        for (var path : new String[] {
            "/api/v1/session",
            "/api/v1/people/{id}",
            "/api/v1/people/{id}/photos/<photo>",
            "/api/v1/jobs/{id}",
            "/api/v1/cameras/{id}",
            "/api/v1/alert-rules/{id}",
            "/api/v1/watch-lists/{id}",
            "/api/v1/watch-lists/{id}/people/{person}",
            "/api/v1/source-groups/{id}",
            "/api/v1/receivers/{id}",
            "/api/v1/mutes/{id}",
            "/api/v1/alerts/{id}/reference"
        }) {
            add(all, "DELETE", path);
        }
        for (var path : new String[] {"recognize", "detect", "verify", "people", "people/{id}/photos"}) {
            post(all, "/api/v1/" + path, JSON, ONE_PIXEL);
        }
        post(all, "/api/v1/sessions", JSON, "{\"cookie\":true}");
        post(all, "/api/v1/people/{id}/merge", JSON, NAME);
        post(all, "/api/v1/people/{id}/unmerge", JSON, NAME);
        post(all, "/api/v1/people/import", "application/x-ndjson", LINE);
        post(all, "/api/v1/jobs/{id}/cancel", JSON, "{}");
        post(all, "/api/v1/jobs/{id}/rematch", JSON, "{}");
        add(all, "PUT", "/api/v1/jobs/{id}/kept");
        add(all, "DELETE", "/api/v1/jobs/{id}/kept");
        post(all, "/api/v1/videos", "video/mp4", "no video");
        all.put(
                "GET /api/v1/jobs/{id}/clip",
                RawRequest.of("GET", filled("/api/v1/jobs/{id}/clip") + "?from=0&to=1000"));
        add(all, "PATCH", "/api/v1/people/{id}");
        all.computeIfPresent("PATCH /api/v1/people/{id}", (route, request) -> request.body(JSON, NAME));
        add(all, "DELETE", "/api/v1/corrections");
        all.put(
                "PUT /api/v1/corrections",
                RawRequest.of("PUT", "/api/v1/corrections").body(JSON, CORRECTION));
        post(all, "/api/v1/alerts/{id}/acknowledge", JSON, "{\"note\":\"seen\",\"by\":\"Mallory\"}");
        post(all, "/api/v1/alerts/{id}/correct", JSON, "{\"person\":\"somebody\"}");
        post(all, "/api/v1/alerts/{id}/restore", JSON, "{}");
        post(all, "/api/v1/dead-letters/resend", JSON, "{\"stage\":\"matcher\"}");
        post(all, "/api/v1/dead-letters/{id}/resend", JSON, "{}");
        post(all, "/api/v1/cameras", JSON, CAMERA);
        post(all, "/api/v1/cameras/{id}/try", JSON, "{}");
        post(all, "/api/v1/cameras/check", JSON, CAMERA_TO_CHECK);
        all.put(
                "PATCH /api/v1/cameras/{id}",
                RawRequest.of("PATCH", filled("/api/v1/cameras/{id}")).body(JSON, CAMERA));
        addRules(all);
        all.put("WEBSOCKET /api/v1/live", socket());
        return all;
    }

    private static void addRules(Map<String, RawRequest> all) {
        for (var path : new String[] {"alert-rules", "watch-lists", "source-groups", "receivers"}) {
            post(all, "/api/v1/" + path, JSON, RULE);
            put(all, "/api/v1/" + path + "/{id}", JSON, RULE);
        }
        post(all, "/api/v1/alert-rules/try", JSON, "{\"rule\":" + RULE + "}");
        put(all, "/api/v1/watch-lists/{id}/people/{person}", JSON, "");
        post(all, "/api/v1/receivers/{id}/test", JSON, "");
        post(all, "/api/v1/receivers/{id}/resend", JSON, "{}");
        post(all, "/api/v1/mutes", JSON, "{\"source\":\"door\",\"until\":\"2030-01-01T00:00:00Z\"}");
        put(all, "/api/v1/alert-definitions", "application/yaml", "rules: []");
    }

    private static void put(Map<String, RawRequest> all, String path, String type, String body) {
        all.put("PUT " + path, RawRequest.of("PUT", filled(path)).body(type, body));
    }

    private static void post(Map<String, RawRequest> all, String path, String type, String body) {
        all.put("POST " + path, RawRequest.of("POST", filled(path)).body(type, body));
    }

    private static void add(Map<String, RawRequest> all, String method, String path) {
        all.put(method + " " + path, RawRequest.of(method, filled(path)));
    }

    private static String filled(String path) {
        return path.replaceAll("[{<][a-z]+[}>]", "somebody");
    }

    private static RawRequest socket() {
        return RawRequest.of("GET", "/api/v1/live")
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }
}
