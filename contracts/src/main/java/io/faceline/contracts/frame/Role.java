package io.faceline.contracts.frame;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.PersonName;
import org.jspecify.annotations.Nullable;

/** The purpose of a frame. Travels with the frame through all stages. */
public sealed interface Role {
    /** Whether this version knows what to do with such a frame. Otherwise it fails with {@link FailureCode#UNKNOWN_ROLE}. */
    default boolean isKnown() {
        return true;
    }

    /** Identify the faces of the image. */
    record Probe() implements Role {}

    /** Detect faces only. Later stages pass the frame on. */
    record Detect() implements Role {}

    /** Compare the face with that of the other frame of the same session, which refers to this one. */
    record VerifyFrame(FrameId other) implements Role {}

    /** Compare the face with the references of a person. */
    record VerifyPerson(PersonId person) implements Role {}

    /**
     * Enroll the face as a reference of a person.
     *
     * @param name the person's name, valid as {@link PersonName} says and stored in its normal form; absent in
     *     {@code matches}, which never carries names
     * @param allowLookalike enroll even if the face matches a person enrolled under a different name
     * @param allowPoor enroll even if the face would be a poor reference; absent means no
     */
    record Enrollment(
            PersonId person,
            @Nullable String name,
            Scope scope,
            boolean allowLookalike,
            @OmittedIfAbsent @Nullable Boolean allowPoor)
            implements Role {
        public Enrollment {
            if (name != null) {
                PersonName.fault(name).ifPresent(fault -> {
                    throw new IllegalArgumentException(fault);
                });
                name = PersonName.normal(name);
            }
        }

        public Enrollment(PersonId person, @Nullable String name, Scope scope, boolean allowLookalike) {
            this(person, name, scope, allowLookalike, null);
        }

        public Enrollment withoutName() {
            return new Enrollment(person, null, scope, allowLookalike, allowPoor);
        }

        public boolean allowsPoor() {
            return Boolean.TRUE.equals(allowPoor);
        }

        @Override
        public boolean isKnown() {
            return scope != Scope.UNKNOWN;
        }
    }

    /**
     * A role that a newer version added. Its other fields are not kept: they may hold a name.
     *
     * @param word its kind
     */
    record Unknown(String word) implements Role {
        public Unknown {
            Checks.id("role", word);
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
