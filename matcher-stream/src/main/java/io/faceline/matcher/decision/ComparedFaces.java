package io.faceline.matcher.decision;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Reason;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A face compared with another face, or with the references of a person.
 *
 * @param similarity maximum; absent if there was nothing to compare
 * @param adjusted maximum of similarity less penalty; absent likewise
 */
record ComparedFaces(OptionalDouble similarity, OptionalDouble adjusted) {
    static final ComparedFaces NONE = new ComparedFaces(OptionalDouble.empty(), OptionalDouble.empty());

    /** @param penalty not negative */
    static ComparedFaces of(double similarity, double penalty) {
        return new ComparedFaces(OptionalDouble.of(similarity), OptionalDouble.of(similarity - penalty));
    }

    static ComparedFaces best(List<ComparedFaces> pairs) {
        return new ComparedFaces(
                pairs.stream().flatMapToDouble(pair -> pair.similarity.stream()).max(),
                pairs.stream().flatMapToDouble(pair -> pair.adjusted.stream()).max());
    }

    /** @param threshold from which on two faces are the same person */
    Decision decision(double threshold) {
        return reaches(adjusted, threshold) ? Decision.MATCH : Decision.UNKNOWN;
    }

    /** Why the faces are not the same person though their similarity suffices. */
    @Nullable
    Reason reason(double threshold) {
        return reaches(similarity, threshold) && !reaches(adjusted, threshold) ? Reason.UNRECOGNISABLE : null;
    }

    private static boolean reaches(OptionalDouble value, double threshold) {
        return value.isPresent() && value.getAsDouble() >= threshold;
    }
}
