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
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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
        assertThat(put(0).reference()).isEqualTo(server.gallery.get(0));
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
        assertThat(put(0).reference().person()).isNotEqualTo(new PersonId("a"));
        assertThat(put(1).reference()).isEqualTo(put(0).reference());
    }

    @Test
    void deletedPerson_isImportedAsSomebodyNew() throws Exception {
        shared("a", "Eve");
        var exported = server.admin("GET", EXPORT + SHARED, "").text();
        server.people.put(Person.deleted(new PersonId("a"), SessionId.SHARED, TestPeople.THEN));

        var imported = server.admin("POST", IMPORT + SHARED, exported);

        assertThat(imported.json().path("people").asInt()).isEqualTo(1);
        assertThat(put(0).reference().person()).isNotEqualTo(new PersonId("a"));
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
                .isEqualTo("1 of 1 references were not imported: the id is reserved; choose another");
    }

    @Test
    void matcherThatStaysSilent_isNotAskedForEverybody() throws Exception {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 100; i++) {
            lines.add(line("id-" + i, "Eve"));
        }
        server.matcher.fail(new TimeoutException());

        var answer = server.ada("POST", IMPORT, String.join("\n", lines));

        assertThat(answer.json().path("people").asInt()).isZero();
        assertThat(answer.json().path("refused").findValuesAsText("code"))
                .hasSize(100)
                .containsOnly("TIMEOUT");
        assertThat(answer.json().path("refused").findValuesAsText("index")).startsWith("0", "1", "2");
        assertThat(server.matcher.asked()).hasSizeLessThan(40);
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

    private Change.PutReference put(int number) {
        return (Change.PutReference) server.matcher.asked().get(number);
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

    private static String line(String id, String name) throws Exception {
        var photo = TestPeople.photo(id);
        return Mappers.JSON.writeValueAsString(
                new PersonLine(new PersonId(id), name, List.of(photo), List.of(reference(photo, id))));
    }

    private static String edited(String id, Consumer<ObjectNode> edit) throws Exception {
        var line = (ObjectNode) Mappers.JSON.readTree(line(id, "Zoë"));
        edit.accept(line);
        return line.toString();
    }
}
