package io.faceline.contracts.frame;

import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import org.jspecify.annotations.Nullable;

/** What a frame is for. It travels with the frame through all stages. */
public sealed interface Role {
    /** Who is in the picture? */
    record Probe() implements Role {}

    /** Where are faces? Later stages pass it on. */
    record Detect() implements Role {}

    /** Is the face the same as in the other frame of the same session, which names this one? */
    record VerifyFrame(FrameId other) implements Role {}

    /** Is the face this person? */
    record VerifyPerson(PersonId person) implements Role {}

    /**
     * Remember the face as this person's.
     *
     * @param name what the person is called; absent in {@code matches}, where names never go
     * @param allowLookalike enroll even when the face matches somebody enrolled under another name
     */
    record Enrollment(PersonId person, @Nullable String name, Scope scope, boolean allowLookalike) implements Role {
        public Enrollment withoutName() {
            return new Enrollment(person, null, scope, allowLookalike);
        }
    }
}
