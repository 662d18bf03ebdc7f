package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.ENROLLED;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.MODEL;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.VISITOR;
import static io.faceline.contracts.golden.SampleValues.embedding;
import static io.faceline.contracts.golden.SampleValues.image;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Merge;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People, their photos and their references. */
final class SamplePeople {
    static final Reference REFERENCE =
            new Reference(new ReferenceId(SampleValues.PHOTO + "/0:0"), ADA, embedding(1), MODEL, 0.8125, ENROLLED);
    /** Since references keep the length of the embedder's output. */
    private static final Reference WITH_RAW_LENGTH =
            new Reference(REFERENCE.id(), ADA, REFERENCE.embedding(), MODEL, REFERENCE.quality(), ENROLLED, 3.7265625);

    static final PersonPhoto PHOTO = new PersonPhoto(REFERENCE.id(), image(1), 0.8125, ENROLLED);

    private static final PersonPhoto OF_A_FOLDER =
            new PersonPhoto(new ReferenceId(SampleValues.VIDEO + "/12:0"), image(2), 1, ENROLLED.plusMillis(250));

    private SamplePeople() {}

    static Stream<GoldenRecord<Reference>> gallery() {
        var byAnotherModel = new Reference(
                new ReferenceId(REFERENCE.id() + ":sface.0ba9fbfa"),
                ADA,
                embedding(2, 128),
                "sface@0ba9fbfa",
                0,
                ENROLLED);
        return Stream.of(
                reference("reference", REFERENCE.id().value(), REFERENCE),
                reference("reference-by-another-model", byAnotherModel.id().value(), byAnotherModel),
                reference("reference-with-raw-length", WITH_RAW_LENGTH.id().value(), WITH_RAW_LENGTH),
                reference("removed", REFERENCE.id().value(), null),
                reference("fence", "fence", null));
    }

    static Stream<GoldenRecord<Person>> people() {
        var merge = new Merge(GRACE, List.of(PHOTO.reference(), OF_A_FOLDER.reference()));
        return Stream.of(
                person(
                        "shared",
                        new Person(ADA, "Ada", SessionId.SHARED, List.of(PHOTO, OF_A_FOLDER), null, false, ENROLLED)),
                person(
                        "of-a-session",
                        new Person(GRACE, "Zoë 王 O’Neill", VISITOR, List.of(PHOTO), null, false, ENROLLED)),
                person(
                        "crops-elsewhere",
                        new Person(ADA, "Ada", SessionId.SHARED, List.of(PHOTO, OF_A_FOLDER), null, false, ENROLLED)
                                .withoutCrops()),
                person("without-name-and-photo", new Person(GRACE, "", VISITOR, List.of(), null, false, ENROLLED)),
                person("merged", new Person(ADA, "Ada", VISITOR, List.of(), GRACE, false, ENROLLED, merge)),
                person(
                        "merged-without-references",
                        new Person(
                                ADA, "Ada", VISITOR, List.of(), GRACE, false, ENROLLED, new Merge(GRACE, List.of()))),
                person("merged-beyond-undo", new Person(ADA, "Ada", VISITOR, List.of(), GRACE, false, ENROLLED)),
                person("unmerged", new Person(ADA, "Ada", VISITOR, List.of(PHOTO), null, false, ENROLLED, merge)),
                person("deleted", Person.deleted(ADA, SessionId.SHARED, ENROLLED)),
                person("deleted-photo", Person.deleted(mark(), VISITOR, ENROLLED)),
                person("removed", ADA.value(), null),
                person("fence", "fence", null));
    }

    static Stream<GoldenRecord<PhotoCrop>> photos() {
        return Stream.of(
                photo("shared", new PhotoCrop(PHOTO.reference(), SessionId.SHARED, PHOTO.cropJpeg())),
                photo("of-a-session", new PhotoCrop(OF_A_FOLDER.reference(), VISITOR, OF_A_FOLDER.cropJpeg())),
                GoldenRecord.cbor(TOPICS.photos(), "removed", PhotoCrop.key(SessionId.SHARED, PHOTO.reference()), null),
                GoldenRecord.cbor(TOPICS.photos(), "fence", "fence", null));
    }

    private static GoldenRecord<PhotoCrop> photo(String name, PhotoCrop crop) {
        return GoldenRecord.cbor(TOPICS.photos(), name, crop.key(), crop);
    }

    /** What remembers a deleted photo, by a hash of its session and id. */
    private static PersonId mark() {
        return new PersonId("photo:2c624232-cdd2-3177-9294-85b7e2f3a1c0");
    }

    private static GoldenRecord<Reference> reference(String name, String key, @Nullable Reference value) {
        return GoldenRecord.cbor(TOPICS.gallery(), name, key, value);
    }

    private static GoldenRecord<Person> person(String name, Person person) {
        return person(name, person.id().value(), person);
    }

    private static GoldenRecord<Person> person(String name, String key, @Nullable Person value) {
        return GoldenRecord.cbor(TOPICS.people(), name, key, value);
    }
}
