package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** One session and what it does at random; each answer is compared with what must be. For one thread at a time. */
final class Visitor {
    static final String PEOPLE = "/api/v1/people";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_PHOTOS = 5;
    private final VisitorContext context;
    private final Random random;
    private final SeededChoice choice;
    private final KnownPeople people = new KnownPeople();
    private final Expectations expectations = new Expectations(people);
    private final Set<String> recognised = new HashSet<>();
    private TestClient client;
    private VisitorJobs jobs;
    private MatchEvents heard;
    private IsolationChecks isolationChecks;
    private String session;
    private boolean hasImported;
    private Optional<TestClient> before = Optional.empty();

    Visitor(VisitorContext context, Random random) {
        this.context = context;
        this.random = random;
        this.choice = new SeededChoice(random);
        begin();
    }

    private void begin() {
        var made = context.nobody().post("/api/v1/sessions", "");
        session = made.json().path("session").asText();
        context.leakDetector().owns(session, made.text());
        client = context.client(session, made.json().path("token").asText());
        hasImported = false;
        people.clear();
        recognised.clear();
        jobs = new VisitorJobs(context, client, session, random);
        heard = MatchEvents.of(client, notedAs("GET matches"));
        isolationChecks = new IsolationChecks(context, client, session, people, random);
    }

    private Consumer<String> notedAs(String where) {
        var seeing = session;
        return text -> context.saw(seeing, where + ": " + text, text);
    }

    VisitorJobs jobs() {
        return jobs;
    }

    IsolationChecks isolationChecks() {
        return isolationChecks;
    }

    /** All that is the session's is there, and nothing else. */
    void takeStock() {
        list();
        jobs.list();
        heard.awaitAll(recognised);
    }

    void enroll() {
        var name = context.newName(session, random);
        var portrait = choice.portrait();
        var answer = client.post(
                PEOPLE,
                new MultipartForm()
                        .fields(Map.of("name", name, "allowLookalike", "true"))
                        .files(portrait.jpeg()));
        var made = expect(201, answer);
        var person = people.add(made.path("id").asText(), name);
        own(person, made, portrait);
    }

    void addPhoto() {
        active().filter(person -> person.photos.size() < MAX_PHOTOS).ifPresent(person -> {
            var portrait = choice.portrait();
            var fields = Map.of("allowLookalike", "true");
            var answer = untilKnown(() -> client.post(
                    one(person) + "/photos", new MultipartForm().fields(fields).files(portrait.jpeg())));
            own(person, expect(201, answer), portrait);
        });
    }

    private void own(KnownPerson person, JsonNode enrolled, LfwPhoto portrait) {
        var photo = enrolled.path("photos").path(0).path("id").asText();
        person.photos.put(photo, Optional.of(portrait));
        context.leakDetector().owns(session, person.id + " " + photo);
        context.knownPeople().add(new KnownIds.Entry(session, person.id, photo));
        untilKnown(() -> client.get(one(person) + "/photos/" + photo));
    }

    /** Of what ingest has answered the api reads a moment later, and the other way round. */
    private static HttpAnswer untilKnown(Callable<HttpAnswer> question) {
        return await().atMost(PATIENCE).until(question, answer -> answer.status() != 404);
    }

    void rename() {
        active().ifPresent(person -> {
            var name = context.newName(session, random);
            expect(
                    200,
                    client.patch(
                            one(person),
                            Mappers.JSON.createObjectNode().put("name", name).toString()));
            person.name = name;
        });
    }

    void merge() {
        active().ifPresent(from -> active().filter(into -> into != from).ifPresent(into -> {
            expect(200, client.post(one(from) + "/merge", "{\"into\":\"" + into.id + "\"}"));
            people.merge(from, into);
        }));
    }

    void unmerge() {
        choice.any(people.merged()).ifPresent(from -> {
            expect(200, client.post(one(from) + "/unmerge", ""));
            people.unmerge(from);
        });
    }

    void deletePhoto() {
        active().ifPresent(person -> choice.any(person.photos.keySet()).ifPresent(photo -> {
            expect(204, client.delete(one(person) + "/photos/" + photo));
            person.photos.remove(photo);
            client.get(one(person) + "/photos/" + photo).expect(404);
        }));
    }

    void deletePerson() {
        active().ifPresent(person -> {
            expect(204, client.delete(one(person)));
            people.delete(person);
            client.get(one(person)).expect(404);
        });
    }

    void endSession() {
        expect(204, client.delete("/api/v1/session"));
        before = Optional.of(client);
        begin();
    }

    /** A session that ended is none, for any question. */
    void askAsBefore() {
        before.ifPresent(old -> {
            var path = choice.any(List.of(PEOPLE, "/api/v1/jobs", "/api/v1/matches", "/api/v1/session"))
                    .orElseThrow();
            // All visitors have one address, which may send so many wrong tokens in a minute.
            assertThat(old.get(path).problem()).as(path).isIn("401 BAD_TOKEN", "429 TOO_MANY_REQUESTS");
        });
    }

    /** A photo of somebody enrolled finds the person; nobody is found who is not there. */
    void recognise() {
        var portrait = choice.portrait();
        var answer = expect(200, client.post("/api/v1/recognize", "image/jpeg", portrait.jpeg()));
        context.leakDetector().owns(session, answer.path("facts").toString());
        recognised.addAll(LeakDetector.tokens(answer.path("facts").path("id").asText()));
        expectations.judge(answer, portrait);
    }

    void recogniseAsNobody() {
        var answer = expect(
                200,
                context.nobody()
                        .post(
                                "/api/v1/recognize",
                                "image/jpeg",
                                choice.portrait().jpeg()));
        assertThat(answer.findValuesAsText("scope")).doesNotContain("session");
    }

    void watchLive() {
        var portrait = choice.portrait();
        for (var answer : new LiveFrames(client, notedAs("live")).send(portrait.jpeg(), 2)) {
            if (answer.has("outcome")) {
                context.leakDetector().owns(session, answer.path("facts").toString());
                expectations.judge(answer, portrait);
            }
        }
    }

    void verify() {
        active().filter(person -> !person.photos.isEmpty()).ifPresent(person -> {
            var portrait = choice.portrait();
            var answer = untilKnown(() -> client.post(
                    "/api/v1/verify",
                    new MultipartForm().fields(Map.of("person", person.id)).files(portrait.jpeg())));
            assertThat(expect(200, answer).path("isSame").asBoolean() || !person.shows(portrait))
                    .isTrue();
        });
    }

    /** Everybody, by parts of a few, exactly. */
    void list() {
        var found = new TreeMap<String, String>();
        var path = PEOPLE + "?scope=session&limit=" + (1 + random.nextInt(4));
        var next = Optional.of("");
        while (next.isPresent()) {
            var part = expect(200, client.get(path + next.get()));
            part.path("items").forEach(item -> found.put(item.path("id").asText(), Expectations.summary(item)));
            next = Optional.ofNullable(part.path("next").textValue()).map(cursor -> "&cursor=" + cursor);
        }
        assertThat(found).isEqualTo(people.listed());
    }

    void get() {
        active().ifPresent(person -> {
            assertThat(Expectations.summary(expect(200, client.get(one(person)))))
                    .isEqualTo(people.listed().get(person.id));
            choice.any(person.photos.keySet()).ifPresent(photo -> {
                var crop = client.get(one(person) + "/photos/" + photo);
                assertThat(crop.expect(200).header("Content-Type")).isEqualTo("image/jpeg");
            });
        });
    }

    void export() {
        var answer = client.get(PEOPLE + "/export").expect(200);
        var found = new TreeMap<String, String>();
        answer.lines().forEach(line -> {
            var photos = new TreeSet<>(line.path("photos").findValuesAsText("reference"));
            found.put(line.path("id").asText(), line.path("name").asText() + " " + photos);
        });
        assertThat(found).isEqualTo(people.listed());
    }

    /** The shared gallery's people under names of its own; once, since they would come under the same ids again. */
    void importPeople() {
        if (hasImported) {
            return;
        }
        hasImported = true;
        var names = new TreeMap<String, JsonNode>();
        var file = new StringBuilder();
        for (var line : context.exported().lines()) {
            var name = context.newName(session, random);
            names.put(name, line);
            file.append(((ObjectNode) line).put("name", name)).append('\n');
        }
        var answer = expect(200, client.post(PEOPLE + "/import", file.toString()));
        assertThat(answer.path("refused")).as(answer::toString).isEmpty();
        for (var item :
                expect(200, client.get(PEOPLE + "?scope=session&limit=200")).path("items")) {
            Optional.ofNullable(names.get(item.path("name").asText())).ifPresent(line -> own(item));
        }
    }

    private void own(JsonNode imported) {
        var person =
                people.add(imported.path("id").asText(), imported.path("name").asText());
        imported.path("photos")
                .forEach(photo -> person.photos.put(photo.path("id").asText(), Optional.empty()));
        context.leakDetector().owns(session, person.id);
        context.knownPeople()
                .add(new KnownIds.Entry(
                        session, person.id, person.photos.keySet().iterator().next()));
    }

    private JsonNode expect(int status, HttpAnswer answer) {
        return answer.expect(status).body().length == 0 ? Mappers.JSON.nullNode() : answer.json();
    }

    private Optional<KnownPerson> active() {
        return choice.any(people.active());
    }

    private static String one(KnownPerson person) {
        return PEOPLE + "/" + person.id;
    }
}
