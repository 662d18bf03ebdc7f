package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.person.TestReferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The crops of photos, which are records of their own. */
class PhotosTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EVE = new PersonId("eve");

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);
    private final Map<String, PhotoCrop> crops = new LinkedHashMap<>();

    @AfterEach
    void close() {
        driver.close();
    }

    /** Each photo was written again with each other: 150 photos of 32 KB made 328 MB. */
    @Test
    void photoIsWrittenOnce_howeverManyThePersonHas() {
        for (var i = 0; i < 5; i++) {
            driver.send(enrollment("e/" + i, ANNA, "ada", human(1)));
        }

        assertThat(cropRecords()).hasSize(5).doesNotHaveDuplicates();
        assertThat(people()).hasSize(5).flatExtracting(Person::photos).noneMatch(PersonPhoto::hasCrop);
        assertThat(driver.person("ada").orElseThrow().photos()).hasSize(5).allSatisfy(photo -> assertThat(crops)
                .containsKey(PhotoCrop.key(ANNA, photo.reference())));
    }

    @Test
    void personOfAnEarlierVersion_isRewrittenWithTheNextWrite() {
        var photo = TestReferences.photo("r1");
        write(PersonBuilder.person(ADA, "Ada")
                .session(ANNA)
                .photos(List.of(photo))
                .build());

        make(new Change.RenamePerson("c1", ANNA, ADA, "Ada L"));

        assertThat(cropRecords()).containsExactly("anna|r1");
        assertThat(crops.get("anna|r1")).isEqualTo(new PhotoCrop(photo.reference(), ANNA, photo.cropJpeg()));
        assertThat(driver.person("ada").orElseThrow().photos()).containsExactly(photo.withoutCrop());
    }

    @Test
    void mergeAndUndo_moveNoCrop() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));
        cropRecords();

        make(new Change.MergePeople("c1", ANNA, ADA, EVE));
        make(new Change.UnmergePeople("c2", ANNA, ADA));

        assertThat(cropRecords()).isEmpty();
        assertThat(crops).containsOnlyKeys("anna|e/1:0", "anna|e/2:0");
    }

    @Test
    void cropsAreErasedWithTheirPerson_alsoThoseOfMergedPeople() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));
        driver.send(enrollment("e/3", SessionId.SHARED, "carl", human(3)));
        make(new Change.MergePeople("c1", ANNA, ADA, EVE));

        make(new Change.DeletePerson("c2", ANNA, EVE));

        cropRecords();
        assertThat(crops).containsOnlyKeys("shared|e/3:0");
    }

    @Test
    void cropIsErasedWithItsPhoto_andTheOthersStay() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "ada", human(1)));
        var photo = driver.person("ada").orElseThrow().photos().get(0).reference();

        make(new Change.DeletePhoto("c1", ANNA, ADA, photo));

        cropRecords();
        assertThat(crops).containsOnlyKeys("anna|e/2:0");
    }

    @Test
    void cropsAreErasedWithTheirSession() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", MatcherFixtures.BERT, "eve", human(1)));

        make(new Change.EndSession("c1", ANNA));

        cropRecords();
        assertThat(crops).containsOnlyKeys("bert|e/2:0");
    }

    @Test
    void importedPerson_isWrittenOnce() {
        var put = person("ada", 3);

        make(put);
        make(put);

        assertThat(people()).hasSize(2);
        assertThat(driver.person("ada").orElseThrow().photos()).hasSize(3).noneMatch(PersonPhoto::hasCrop);
        assertThat(driver.enrollments(ANNA)).hasSize(3);
        cropRecords();
        assertThat(crops).containsOnlyKeys("anna|ada0", "anna|ada1", "anna|ada2");
        assertThat(driver.identify(probe("q/1", ANNA, human(1))).decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void importedPerson_isThereAsAWholeOrNotAtAll() {
        var good = person("ada", 2);
        var stranger = List.of(TestReferences.photo("ada0"));

        var answer = driver.answer(new Change.PutPerson("c1", ANNA, ADA, "Ada", good.references(), stranger));

        assertThat(answer.error()).contains("does not belong to reference ada1");
        assertThat(driver.person("ada")).isEmpty();
        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(cropRecords()).isEmpty();
    }

    @Test
    void importIsRefused_sessionOrPersonWouldHaveTooMany() {
        try (var small = new Driver(MatcherFixtures.settings(Map.of("FACELINE_MAX_REFERENCES", "3")))) {
            assertThat(small.answer(person("ada", 4)).error()).contains("FACELINE_MAX_REFERENCES");
            assertThat(small.answer(person("ada", 2)).error()).isNull();
            assertThat(small.answer(person("eve", 2)).error()).contains("FACELINE_MAX_REFERENCES");
            assertThat(small.answer(person("ada", 3)).error()).isNull();
            assertThat(small.person("eve")).isEmpty();
        }
    }

    /** Else deleting the one would erase the crop of the other. */
    @Test
    void photoOfAnotherPerson_isRefused() {
        driver.answer(person("ada", 1));
        var photo = TestReferences.photo("ada0");
        var other = TestReferences.reference("ada0:other.12345678", "eve", human(2));

        var answer = driver.answer(new Change.PutPerson("c1", ANNA, EVE, "Eve", List.of(other), List.of(photo)));

        assertThat(answer.error()).contains("photo ada0 belongs to another person");
    }

    private static Change.PutPerson person(String id, int photos) {
        var references = new ArrayList<Reference>();
        IntStream.range(0, photos).forEach(i -> references.add(TestReferences.reference(id + i, id, human(1))));
        var crops = references.stream()
                .map(reference -> TestReferences.photo(reference.id().value()))
                .toList();
        return new Change.PutPerson("c-" + id, ANNA, new PersonId(id), id, references, crops);
    }

    private void make(Change change) {
        assertThat(driver.answer(change).error()).isNull();
    }

    private void write(Person person) {
        driver.write(Driver.TOPICS.people(), person.id().value(), person);
    }

    private List<Person> people() {
        return driver.records(Driver.TOPICS.people()).stream()
                .filter(record -> !record.key().equals("fence"))
                .map(TestRecord::value)
                .toList();
    }

    /** The keys of the records since the last call, which are applied. */
    private List<String> cropRecords() {
        var records = driver.records(Driver.TOPICS.photos()).stream()
                .filter(record -> !record.key().equals("fence"))
                .toList();
        records.forEach(this::apply);
        return records.stream().map(TestRecord::key).toList();
    }

    private void apply(TestRecord<String, PhotoCrop> read) {
        if (read.value() == null) {
            crops.remove(read.key());
        } else {
            crops.put(read.key(), read.value());
        }
    }
}
