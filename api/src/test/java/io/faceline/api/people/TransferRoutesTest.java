package io.faceline.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.api.TestPeople;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.Mappers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransferRoutesTest {
    private static final String EXPORT = "/api/v1/people/export";
    private static final String IMPORT = "/api/v1/people/import";
    private static final String SHARED = "?scope=shared";

    private final PeopleServer server = new PeopleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void exportedSharedGallery_comesBackTheSame() throws Exception {
        var eve = shared("a", "Eve");
        server.addOfAda("b", "Zoë");
        var exported = server.admin("GET", EXPORT + SHARED, "");
        server.people.put(PersonBuilder.person(eve.id(), "Eve").build());

        var imported = server.admin("POST", IMPORT + SHARED, exported.text());

        assertThat(exported.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(exported.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(exported.text().lines()).hasSize(1);
        assertThat(imported.text()).isEqualTo("{\"people\":1,\"refused\":[]}");
        assertThat(imported.header("Faceline-Gallery-Version")).isEqualTo("42");
        assertThat(server.people.find("a")).contains(eve);
        assertThat(put(0).references()).isEqualTo(server.gallery);
    }

    @Test
    void exportOfASession_holdsItsPeopleAlone_withoutEmbeddings() throws Exception {
        shared("a", "Eve");
        server.addOfAda("b", "Zoë");
        server.people.add("c", "Carl", server.bob.session());

        var exported = server.ada(EXPORT);

        assertThat(exported.text().lines()).hasSize(1);
        assertThat(exported.json().path("name").asText()).isEqualTo("Zoë");
        assertThat(exported.json().path("photos")).hasSize(1);
        assertThat(exported.json().path("references")).isEmpty();
        assertThat(server.nobody("GET", EXPORT, "").problem()).isEqualTo("401 NO_SESSION");
    }

    @Test
    void importIntoASession_makesPeopleOfItsOwn() throws Exception {
        shared("a", "Eve");
        var exported = server.admin("GET", EXPORT + SHARED, "").text();

        var imported = server.ada("POST", IMPORT, exported);
        server.ada("POST", IMPORT, exported);

        assertThat(imported.json().path("people").asInt()).isEqualTo(1);
        assertThat(put(0).session()).isEqualTo(server.ada.session());
        assertThat(put(0).person()).isNotEqualTo(new PersonId("a"));
        assertThat(put(1).references()).isEqualTo(put(0).references());
    }

    @Test
    void deletedPerson_isImportedAsSomebodyNew() throws Exception {
        shared("a", "Eve");
        var exported = server.admin("GET", EXPORT + SHARED, "").text();
        server.people.put(Person.deleted(new PersonId("a"), SessionId.SHARED, TestPeople.THEN));

        var imported = server.admin("POST", IMPORT + SHARED, exported);

        assertThat(imported.json().path("people").asInt()).isEqualTo(1);
        assertThat(put(0).person()).isNotEqualTo(new PersonId("a"));
    }

    @Test
    void importIsRefused_diskIsFull_butDeletionIsNot() throws Exception {
        server.addOfAda("b", "Zoë");
        server.disk.setFree(1);

        assertThat(server.ada("POST", IMPORT, line("a", "Eve")).problem()).isEqualTo("507 DISK_FULL");

        assertThat(server.ada("DELETE", "/api/v1/people/b", "").status()).isEqualTo(204);
    }

    @Test
    void linesThatAreWrong_areRefusedByIndex_andTheOthersAreMade() throws Exception {
        var good = line("a", "Eve");
        var lines = List.of(
                good,
                "{",
                "",
                "{\"id\":\"b\",\"name\":\"Zoë\"}",
                edited("c", line -> line.put("name", "a\nb")),
                edited("d", line -> line.putArray("references")),
                edited("e", line -> line.putArray("photos")),
                edited("f", line -> ((ObjectNode) line.path("photos").path(0)).put("cropJpeg", "PHN2Zz4=")),
                edited("g", line -> ((ObjectNode) line.path("references").path(0)).put("id", "a/../../b")),
                edited("h", line -> ((ObjectNode) line.path("references").path(0)).put("embedding", "AAAA")),
                edited("i", line -> line.put("id", "i/j")));

        var answer = server.admin("POST", IMPORT + SHARED, String.join("\n", lines));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("people").asInt()).isEqualTo(1);
        assertThat(answer.json().path("refused").findValuesAsText("index"))
                .containsExactly("1", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(answer.json().path("refused").findValuesAsText("code")).containsOnly("BAD_LINE");
        assertThat(answer.text()).doesNotContain("Zoë");
        assertThat(server.matcher.asked()).hasSize(1);
    }

    @Test
    void refusedReference_isTold() throws Exception {
        var line = line("a", "Eve");
        server.matcher.refuse("the id is reserved; choose another");

        var answer = server.ada("POST", IMPORT, line);

        assertThat(answer.json().path("people").asInt()).isZero();
        var refused = answer.json().path("refused").path(0);
        assertThat(refused.path("index").asInt()).isZero();
        assertThat(refused.path("code").asText()).isEqualTo("CHANGE_REFUSED");
        assertThat(refused.path("detail").asText())
                .isEqualTo("the person was not imported: the id is reserved; choose another");
    }

    @Test
    void matcherThatStaysSilent_isNotAskedForEverybody() throws Exception {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 100; i++) {
            lines.add(line("id-" + i, "Eve"));
        }
        server.matcher.fail(new TimeoutException());

        var answer = server.admin("POST", IMPORT + SHARED, String.join("\n", lines));

        assertThat(answer.json().path("people").asInt()).isZero();
        assertThat(answer.json().path("refused").findValuesAsText("code"))
                .hasSize(100)
                .containsOnly("TIMEOUT");
        assertThat(answer.json().path("refused").findValuesAsText("index")).startsWith("0", "1", "2");
        assertThat(server.matcher.asked()).hasSizeLessThan(40);
    }

    /** The crops are records of their own: the export holds them, and old people that hold theirs are exported alike. */
    @Test
    void exportHoldsCrops_whereverTheyAre() throws Exception {
        var eve = shared("a", "Eve");
        var exported = server.admin("GET", EXPORT + SHARED, "").text();
        server.people.put(eve.withoutCrops());
        var photo = eve.photos().get(0);
        server.crops.put(PhotoCrop.key(SessionId.SHARED, photo.reference()), photo.cropJpeg());

        assertThat(server.admin("GET", EXPORT + SHARED, "").text()).isEqualTo(exported);
    }

    /** A line of many references to one photo made a change with a copy of the photo for each: 600 KB became 159 MB. */
    @Test
    void personIsImportedByOneChange_withEachPhotoOnce() throws Exception {
        var photo = TestPeople.photo("a");
        var references = IntStream.range(0, PeopleServer.MAX_REFERENCES)
                .mapToObj(i -> referenceByModel(photo, "m" + i))
                .toList();

        var answer = server.ada("POST", IMPORT, line(references, List.of(photo)));

        assertThat(answer.json().path("people").asInt()).as(answer.text()).isEqualTo(1);
        assertThat(server.matcher.asked()).hasSize(1);
        assertThat(put(0).references()).hasSize(references.size());
        assertThat(put(0).photos()).containsExactly(photo);
    }

    @Test
    void referencesOfAPerson_areBounded_beforeAnythingIsSent() throws Exception {
        var photo = TestPeople.photo("a");
        var tooMany = Collections.nCopies(PeopleServer.MAX_REFERENCES + 1, reference(photo, "a"));

        var answer = server.ada("POST", IMPORT, line(tooMany, List.of(photo)));

        assertThat(answer.json().path("refused").findValuesAsText("code")).containsExactly("BAD_LINE");
        assertThat(answer.text()).contains("at most 5 references (FACELINE_MAX_REFERENCES), not 6");
        assertThat(server.matcher.asked()).isEmpty();
    }

    @Test
    void photosOfASessionAndOfAllSessions_areBounded() throws Exception {
        var six = lines("a", 6);

        var answer = server.ada("POST", IMPORT, six);

        assertThat(answer.json().path("people").asInt()).isEqualTo(PeopleServer.MAX_REFERENCES);
        assertThat(answer.json().path("refused").findValuesAsText("code")).containsExactly("SESSION_FULL");
        for (var i = 0; i < 3; i++) {
            server.people.add("b" + i, "Zoë", server.bob.session());
        }
        assertThat(server.bob("POST", IMPORT, line("c", "Eve")).problem()).isEqualTo("507 SESSIONS_FULL");
        assertThat(server.admin("POST", IMPORT + SHARED, line("c", "Eve")).status())
                .isEqualTo(200);
    }

    @Test
    void importIsBounded() {
        var tooMany = "{}\n".repeat(ImportFile.MAX_PEOPLE + 1);

        assertThat(server.ada("POST", IMPORT, tooMany).problem()).isEqualTo("413 TOO_MANY_PEOPLE");
        assertThat(server.ada("POST", IMPORT, "").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.matcher.asked()).isEmpty();
    }

    @Test
    void manyTransfersAtOnce_areAskedToComeAgain() {
        var end = new CountDownLatch(1);
        Runnable transfer = () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        server.transfers.execute(transfer);
        server.transfers.execute(transfer);

        var answer = server.ada(EXPORT);
        end.countDown();

        assertThat(answer.problem()).isEqualTo("429 TOO_MANY_TRANSFERS");
        assertThat(answer.header("Retry-After")).isEqualTo("10");
    }

    private Change.PutPerson put(int number) {
        return (Change.PutPerson) server.matcher.asked().get(number);
    }

    private Person shared(String id, String name) {
        server.addShared(id, name);
        server.gallery.add(reference(TestPeople.photo(id), id));
        return server.people.find(id).orElseThrow();
    }

    private static Reference reference(PersonPhoto photo, String person) {
        return new Reference(
                photo.reference(),
                new PersonId(person),
                Embedding.ofUnit(new float[] {0.6f, 0.8f}),
                "a-model",
                photo.quality(),
                photo.enrolledAt());
    }

    private static Reference referenceByModel(PersonPhoto photo, String model) {
        return new Reference(
                photo.reference().byModel(model),
                new PersonId("a"),
                Embedding.ofUnit(new float[] {0.6f, 0.8f}),
                model,
                photo.quality(),
                photo.enrolledAt());
    }

    private static String line(String id, String name) throws Exception {
        var photo = TestPeople.photo(id);
        return Mappers.JSON.writeValueAsString(
                new PersonLine(new PersonId(id), name, List.of(photo), List.of(reference(photo, id))));
    }

    private static String line(List<Reference> references, List<PersonPhoto> photos) throws Exception {
        return Mappers.JSON.writeValueAsString(new PersonLine(new PersonId("a"), "Eve", photos, references));
    }

    private static String lines(String prefix, int count) throws Exception {
        var lines = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            lines.add(line(prefix + i, "Eve"));
        }
        return String.join("\n", lines);
    }

    private static String edited(String id, Consumer<ObjectNode> edit) throws Exception {
        var line = (ObjectNode) Mappers.JSON.readTree(line(id, "Zoë"));
        edit.accept(line);
        return line.toString();
    }
}
