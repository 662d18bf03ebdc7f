package io.faceline.contracts.person;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an enrollment: the new reference, or why the photo was rejected.
 *
 * @param reference the new reference; absent when rejected
 * @param enrolledAs the person the face is already enrolled as, with {@link Rejection#ENROLLED_AS_ANOTHER}; with an
 *     accepted photo a person of the same name and scope, perhaps a duplicate
 * @param weakness what makes the face hard to recognise: a warning with an accepted photo, the cause with {@link
 *     Rejection#POOR_FACE} and {@link Rejection#UNRECOGNISABLE}
 */
public record EnrollmentAnswer(
        PersonId person,
        @Nullable ReferenceId reference,
        List<Rejection> rejections,
        @Nullable PersonId enrolledAs,
        @OmittedIfAbsent @Nullable Weakness weakness) {
    public EnrollmentAnswer {
        rejections = List.copyOf(rejections);
        Checks.require(
                (reference != null) == rejections.isEmpty(),
                "an enrollment must have either a reference or a rejection");
    }

    public static EnrollmentAnswer accepted(PersonId person, ReferenceId reference) {
        return new EnrollmentAnswer(person, reference, List.of(), null, null);
    }

    /** @param duplicate the person of the same name and scope whom the face matches */
    public static EnrollmentAnswer accepted(PersonId person, ReferenceId reference, @Nullable PersonId duplicate) {
        return new EnrollmentAnswer(person, reference, List.of(), duplicate, null);
    }

    public static EnrollmentAnswer rejected(PersonId person, List<Rejection> rejections) {
        return new EnrollmentAnswer(person, null, rejections, null, null);
    }

    public static EnrollmentAnswer enrolledAs(PersonId person, PersonId other) {
        return new EnrollmentAnswer(person, null, List.of(Rejection.ENROLLED_AS_ANOTHER), other, null);
    }

    /** The same answer with what makes the face hard to recognise. */
    public EnrollmentAnswer because(@Nullable Weakness worst) {
        return new EnrollmentAnswer(person, reference, rejections, enrolledAs, worst);
    }

    public boolean isAccepted() {
        return rejections.isEmpty();
    }
}
