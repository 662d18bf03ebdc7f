package io.faceline.systemtests.privacy;

import static io.faceline.systemtests.privacy.HttpApiClient.PEOPLE;

import io.faceline.systemtests.privacy.HttpApiClient.Answer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The questions that name a person by id. */
record IsolationProbe(HttpApiClient asker, Portrait portrait, Optional<String> own) {
    static final Map<String, Question> QUESTIONS = Map.ofEntries(
            Map.entry("get", (pry, one, photo) -> pry.asker.get(one)),
            Map.entry("rename", (pry, one, photo) -> pry.asker.patch(one, "{\"name\":\"Eve\"}")),
            Map.entry("delete", (pry, one, photo) -> pry.asker.delete(one)),
            Map.entry("photo", (pry, one, photo) -> pry.asker.get(one + "/photos/" + photo)),
            Map.entry("delete photo", (pry, one, photo) -> pry.asker.delete(one + "/photos/" + photo)),
            Map.entry(
                    "photo of own",
                    (pry, one, photo) -> pry.asker.get(PEOPLE + "/" + pry.own.orElse("nobody") + "/photos/" + photo)),
            Map.entry("add photo", (pry, one, photo) -> pry.asker.form(one + "/photos", Map.of(), pry.portrait.jpeg())),
            Map.entry("merge", (pry, one, photo) -> pry.asker.post(one + "/merge", into(pry.own.orElse("nobody")))),
            Map.entry(
                    "merge into",
                    (pry, one, photo) -> pry.asker.post(
                            PEOPLE + "/" + pry.own.orElse("nobody") + "/merge",
                            into(one.substring(PEOPLE.length() + 1)))),
            Map.entry("unmerge", (pry, one, photo) -> pry.asker.post(one + "/unmerge", "")),
            Map.entry(
                    "verify",
                    (pry, one, photo) -> pry.asker.form(
                            "/api/v1/verify",
                            Map.of("person", one.substring(PEOPLE.length() + 1)),
                            pry.portrait.jpeg())));

    /** The questions that name a job. */
    static final Map<String, Question> OF_JOBS = Map.of(
            "job", (pry, one, photo) -> pry.asker.get(one),
            "people of a job", (pry, one, photo) -> pry.asker.get(one + "/people"),
            "shot", (pry, one, photo) -> pry.asker.get(one + "/shots/0-0-0"),
            "results", (pry, one, photo) -> pry.asker.get(one + "/results"),
            "table", (pry, one, photo) -> pry.asker.get(one + "/results?format=csv"),
            "events", (pry, one, photo) -> pry.asker.get(one + "/events"),
            "video", (pry, one, photo) -> pry.asker.get(one + "/video"),
            "cancel", (pry, one, photo) -> pry.asker.post(one + "/cancel", ""),
            "delete job", (pry, one, photo) -> pry.asker.delete(one));

    interface Question {
        Answer of(IsolationProbe pry, String one, String photo);
    }

    Answer ask(String question, String person, String photo) {
        return Objects.requireNonNull(QUESTIONS.get(question)).of(this, PEOPLE + "/" + person, photo);
    }

    Answer ask(String question, String job) {
        return Objects.requireNonNull(OF_JOBS.get(question)).of(this, VisitorsJobs.JOBS + "/" + job, "");
    }

    private static String into(String person) {
        return "{\"into\":\"" + person + "\"}";
    }
}
