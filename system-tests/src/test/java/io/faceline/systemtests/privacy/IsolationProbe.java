package io.faceline.systemtests.privacy;

import static io.faceline.systemtests.privacy.Visitor.PEOPLE;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The questions that name a person by id. */
record IsolationProbe(TestClient client, LfwPhoto portrait, Optional<String> own) {
    static final String CAMERAS = "/api/v1/cameras";
    static final String RULES = "/api/v1/alert-rules";
    private static final String ALERTS = "/api/v1/alerts/";
    private static final String LETTERS = "/api/v1/dead-letters/";

    static final Map<String, Question> QUESTIONS = Map.ofEntries(
            Map.entry("get", (probe, one, photo) -> probe.client.get(one)),
            Map.entry("rename", (probe, one, photo) -> probe.client.patch(one, "{\"name\":\"Eve\"}")),
            Map.entry("delete", (probe, one, photo) -> probe.client.delete(one)),
            Map.entry("photo", (probe, one, photo) -> probe.client.get(one + "/photos/" + photo)),
            Map.entry("delete photo", (probe, one, photo) -> probe.client.delete(one + "/photos/" + photo)),
            Map.entry(
                    "photo of own",
                    (probe, one, photo) ->
                            probe.client.get(PEOPLE + "/" + probe.own.orElse("nobody") + "/photos/" + photo)),
            Map.entry(
                    "add photo",
                    (probe, one, photo) ->
                            probe.client.post(one + "/photos", new MultipartForm().files(probe.portrait.jpeg()))),
            Map.entry(
                    "merge",
                    (probe, one, photo) -> probe.client.post(one + "/merge", into(probe.own.orElse("nobody")))),
            Map.entry(
                    "merge into",
                    (probe, one, photo) -> probe.client.post(
                            PEOPLE + "/" + probe.own.orElse("nobody") + "/merge",
                            into(one.substring(PEOPLE.length() + 1)))),
            Map.entry("unmerge", (probe, one, photo) -> probe.client.post(one + "/unmerge", "")),
            Map.entry(
                    "verify",
                    (probe, one, photo) -> probe.client.post(
                            "/api/v1/verify",
                            new MultipartForm()
                                    .fields(Map.of("person", one.substring(PEOPLE.length() + 1)))
                                    .files(probe.portrait.jpeg()))));

    /** The questions that name a job. */
    static final Map<String, Question> OF_JOBS = Map.ofEntries(
            Map.entry("job", (probe, one, photo) -> probe.client.get(one)),
            Map.entry("people of a job", (probe, one, photo) -> probe.client.get(one + "/people")),
            Map.entry("shot", (probe, one, photo) -> probe.client.get(one + "/shots/0-0-0")),
            Map.entry("results", (probe, one, photo) -> probe.client.get(one + "/results")),
            Map.entry("table", (probe, one, photo) -> probe.client.get(one + "/results?format=csv")),
            Map.entry("events", (probe, one, photo) -> probe.client.get(one + "/events")),
            Map.entry("video", (probe, one, photo) -> probe.client.get(one + "/video")),
            Map.entry("clip", (probe, one, photo) -> probe.client.get(one + "/clip?from=0&to=0")),
            Map.entry("cancel", (probe, one, photo) -> probe.client.post(one + "/cancel", "")),
            Map.entry("match again", (probe, one, photo) -> probe.client.post(one + "/rematch", "")),
            Map.entry("keep", (probe, one, photo) -> probe.client.putJson(one + "/kept", "")),
            Map.entry("keep no longer", (probe, one, photo) -> probe.client.delete(one + "/kept")),
            Map.entry("delete job", (probe, one, photo) -> probe.client.delete(one)));

    /** The questions that name a camera, which are the admin's. */
    static final Map<String, Question> OF_CAMERAS = Map.ofEntries(
            Map.entry("camera", (probe, one, photo) -> probe.client.get(one)),
            Map.entry("latest picture", (probe, one, photo) -> probe.client.get(one + "/latest.jpg")),
            Map.entry("tracks", (probe, one, photo) -> probe.client.get(one + "/tracks")),
            Map.entry("change", (probe, one, photo) -> probe.client.patch(one, "{\"enabled\":true}")),
            Map.entry("try", (probe, one, photo) -> probe.client.post(one + "/try", "")),
            Map.entry("delete camera", (probe, one, photo) -> probe.client.delete(one)));

    /** The questions that name a rule, which are the admin's. */
    static final Map<String, Question> OF_RULES = Map.ofEntries(
            Map.entry("rule", (probe, one, photo) -> probe.client.get(one)),
            Map.entry("replace rule", (probe, one, photo) -> probe.client.putJson(one, "{}")),
            Map.entry("delete rule", (probe, one, photo) -> probe.client.delete(one)));

    /** Lists that are the admin's. */
    static final List<String> OF_THE_ADMIN = List.of(
            RULES,
            "/api/v1/watch-lists",
            "/api/v1/source-groups",
            "/api/v1/receivers",
            "/api/v1/deliveries",
            "/api/v1/mutes",
            "/api/v1/alert-definitions");

    /** The questions that name an alert or a dead letter, which are the admin's. */
    static final Map<String, Question> OF_ALERTS = Map.ofEntries(
            Map.entry("alert", (probe, one, photo) -> probe.client.get(ALERTS + one)),
            Map.entry("picture", (probe, one, photo) -> probe.client.get(ALERTS + one + "/picture")),
            Map.entry(
                    "reference picture", (probe, one, photo) -> probe.client.get(ALERTS + one + "/reference-picture")),
            Map.entry("acknowledge", (probe, one, photo) -> probe.client.post(ALERTS + one + "/acknowledge", "")),
            Map.entry("correct", (probe, one, photo) -> probe.client.post(ALERTS + one + "/correct", "")),
            Map.entry("restore", (probe, one, photo) -> probe.client.post(ALERTS + one + "/restore", "")),
            Map.entry("delete reference", (probe, one, photo) -> probe.client.delete(ALERTS + one + "/reference")),
            Map.entry("attendance", (probe, one, photo) -> probe.client.get("/api/v1/attendance?zone=UTC&list=" + one)),
            Map.entry("letter", (probe, one, photo) -> probe.client.get(LETTERS + one)),
            Map.entry("content", (probe, one, photo) -> probe.client.get(LETTERS + one + "/content")),
            Map.entry("resend", (probe, one, photo) -> probe.client.post(LETTERS + one + "/resend", "")));

    /** What names none, and is the admin's too. */
    static final List<String> ALL_ALERTS = List.of(
            "/api/v1/alerts",
            ALERTS + "events",
            ALERTS + "export.csv",
            "/api/v1/tracks/events",
            "/api/v1/dead-letters");

    interface Question {
        HttpAnswer of(IsolationProbe probe, String one, String photo);
    }

    HttpAnswer ask(String question, String person, String photo) {
        return Objects.requireNonNull(QUESTIONS.get(question)).of(this, PEOPLE + "/" + person, photo);
    }

    HttpAnswer ask(String question, String job) {
        return Objects.requireNonNull(OF_JOBS.get(question)).of(this, VisitorJobs.JOBS + "/" + job, "");
    }

    HttpAnswer askOfCamera(String question, String camera) {
        return Objects.requireNonNull(OF_CAMERAS.get(question)).of(this, CAMERAS + "/" + camera, "");
    }

    HttpAnswer askOfRule(String question, String rule) {
        return Objects.requireNonNull(OF_RULES.get(question)).of(this, RULES + "/" + rule, "");
    }

    HttpAnswer askOfAlert(String question, String alert) {
        return Objects.requireNonNull(OF_ALERTS.get(question)).of(this, alert, "");
    }

    private static String into(String person) {
        return "{\"into\":\"" + person + "\"}";
    }
}
