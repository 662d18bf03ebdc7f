package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SamplePeople.PHOTO;
import static io.faceline.contracts.golden.SamplePeople.REFERENCE;
import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.VISITOR;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.identity.SessionId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people ask of the matcher, and its answers. */
final class SampleChanges {
    private static final String ID = "b7e1c2d3-94a5-4f60-8b1c-0d2e3f405162";

    private SampleChanges() {}

    static Stream<GoldenRecord<Change>> changes() {
        return Stream.of(
                change("delete-person", new Change.DeletePerson(ID, SessionId.SHARED, ADA)),
                change("delete-photo", new Change.DeletePhoto(ID, VISITOR, GRACE, PHOTO.reference())),
                change("rename-person", new Change.RenamePerson(ID, VISITOR, GRACE, "Zoë 王")),
                change("merge-people", new Change.MergePeople(ID, VISITOR, ADA, GRACE)),
                change("unmerge-people", new Change.UnmergePeople(ID, VISITOR, ADA)),
                change("put-reference", new Change.PutReference(ID, SessionId.SHARED, "Ada", REFERENCE, PHOTO)),
                change("put-person", new Change.PutPerson(ID, VISITOR, ADA, "Ada", List.of(REFERENCE), List.of(PHOTO))),
                change(
                        "put-person-without-photos",
                        new Change.PutPerson(ID, VISITOR, ADA, "Ada", List.of(), List.of())),
                change("keep-alive", new Change.KeepAlive(ID, VISITOR)),
                change("keep-alive-until", new Change.KeepAlive(ID, VISITOR, SampleValues.ANSWERED)),
                change("end-session", new Change.EndSession(ID, VISITOR)));
    }

    static Stream<GoldenRecord<ChangeAnswer>> answers() {
        return Stream.of(
                answer("made", VISITOR, 42, null),
                answer("made-of-an-empty-gallery", VISITOR, -1, null),
                answer("made-shared", SessionId.SHARED, 5_000_000_000L, null),
                answer(
                        "refused",
                        VISITOR,
                        42,
                        "there is no person " + GRACE + "; list the people and name one of them"));
    }

    private static GoldenRecord<Change> change(String name, Change change) {
        return GoldenRecord.cbor(TOPICS.changes(), name, change.session().value(), change);
    }

    private static GoldenRecord<ChangeAnswer> answer(
            String name, SessionId session, long galleryVersion, @Nullable String error) {
        var answer = new ChangeAnswer(ID, session, galleryVersion, error);
        return GoldenRecord.json(TOPICS.changeAnswers(), name, session.value(), answer);
    }
}
