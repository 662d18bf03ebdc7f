package io.faceline.contracts.person;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;

/** Enrolled faces for tests, and the photos they were made of. */
public final class TestReferences {
    private TestReferences() {}

    public static Reference reference(String id, String person, Embedding embedding) {
        return new Reference(
                new ReferenceId(id), new PersonId(person), embedding, TestFrames.MODEL, 0.9, TestFrames.NOW);
    }

    public static PersonPhoto photo(String reference) {
        return new PersonPhoto(new ReferenceId(reference), Blob.wrap(new byte[] {1}), 0.9, TestFrames.NOW);
    }
}
