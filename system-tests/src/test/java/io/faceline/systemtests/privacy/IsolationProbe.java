package io.faceline.systemtests.privacy;

import static io.faceline.systemtests.privacy.Visitor.PEOPLE;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The questions that name a person by id. */
record IsolationProbe(TestClient client, Portrait portrait, Optional<String> own) {
    static final Map<String, Question> QUESTIONS = Map.ofEntries(
            Map.entry("get", (pry, one, photo) -> pry.client.get(one)),
            Map.entry("rename", (pry, one, photo) -> pry.client.patch(one, "{\"name\":\"Eve\"}")),
            Map.entry("delete", (pry, one, photo) -> pry.client.delete(one)),
            Map.entry("photo", (pry, one, photo) -> pry.client.get(one + "/photos/" + photo)),
            Map.entry("delete photo", (pry, one, photo) -> pry.client.delete(one + "/photos/" + photo)),
            Map.entry(
                    "photo of own",
                    (pry, one, photo) -> pry.client.get(PEOPLE + "/" + pry.own.orElse("nobody") + "/photos/" + photo)),
            Map.entry(
                    "add photo",
                    (pry, one, photo) ->
                            pry.client.post(one + "/photos", new MultipartForm().files(pry.portrait.jpeg()))),
            Map.entry("merge", (pry, one, photo) -> pry.client.post(one + "/merge", into(pry.own.orElse("nobody")))),
            Map.entry(
                    "merge into",
                    (pry, one, photo) -> pry.client.post(
                            PEOPLE + "/" + pry.own.orElse("nobody") + "/merge",
                            into(one.substring(PEOPLE.length() + 1)))),
            Map.entry("unmerge", (pry, one, photo) -> pry.client.post(one + "/unmerge", "")),
            Map.entry(
                    "verify",
                    (pry, one, photo) -> pry.client.post(
                            "/api/v1/verify",
                            new MultipartForm()
                                    .fields(Map.of("person", one.substring(PEOPLE.length() + 1)))
                                    .files(pry.portrait.jpeg()))));

    /** The questions that name a job. */
    static final Map<String, Question> OF_JOBS = Map.of(
            "job", (pry, one, photo) -> pry.client.get(one),
            "people of a job", (pry, one, photo) -> pry.client.get(one + "/people"),
            "shot", (pry, one, photo) -> pry.client.get(one + "/shots/0-0-0"),
            "results", (pry, one, photo) -> pry.client.get(one + "/results"),
            "table", (pry, one, photo) -> pry.client.get(one + "/results?format=csv"),
            "events", (pry, one, photo) -> pry.client.get(one + "/events"),
            "video", (pry, one, photo) -> pry.client.get(one + "/video"),
            "cancel", (pry, one, photo) -> pry.client.post(one + "/cancel", ""),
            "delete job", (pry, one, photo) -> pry.client.delete(one));

    interface Question {
        HttpAnswer of(IsolationProbe pry, String one, String photo);
    }

    HttpAnswer ask(String question, String person, String photo) {
        return Objects.requireNonNull(QUESTIONS.get(question)).of(this, PEOPLE + "/" + person, photo);
    }

    HttpAnswer ask(String question, String job) {
        return Objects.requireNonNull(OF_JOBS.get(question)).of(this, VisitorsJobs.JOBS + "/" + job, "");
    }

    private static String into(String person) {
        return "{\"into\":\"" + person + "\"}";
    }
}
