package io.faceline.matcher.store;

import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionState;
import io.faceline.runtime.kafka.WriteToken;
import io.faceline.runtime.kafka.Written;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Output of the matcher. Keeps the order of writes within each topic. */
public interface Outbox {
    /** Says which record the next answer is to. The answer has its foreign headers, such as {@code traceparent}. */
    void answering(Headers headers);

    /**
     * Writes an answer, and for the tracker one to a frame of a video or a live source with its embeddings.
     *
     * @param frame that it answers
     * @param written what was written for this answer; null for nothing
     */
    void match(Match match, Embeddings frame, @Nullable Written written);

    /** @param written what was written for this answer; null for nothing */
    void answer(ChangeAnswer answer, @Nullable Written written);

    /** Writes a tombstone for an unused key to {@code people} and {@code gallery}, outside of the transaction. */
    void fence(WriteToken people, WriteToken gallery);

    /** @param reference null for a tombstone */
    void reference(ReferenceId id, @Nullable Reference reference, WriteToken write);

    /** @param person null for a tombstone */
    void person(PersonId id, @Nullable Person person, WriteToken write);

    /**
     * Writes the crop of a photo to {@code photos}.
     *
     * @param key as of {@link PhotoCrop#key()}
     * @param crop null for a tombstone
     */
    void photo(String key, @Nullable PhotoCrop crop);

    /**
     * @param key the id of the session or the key of its mark
     * @param state null for a tombstone
     */
    void session(String key, @Nullable SessionState state);
}
