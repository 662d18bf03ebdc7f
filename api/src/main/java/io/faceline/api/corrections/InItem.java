package io.faceline.api.corrections;

import io.faceline.runtime.http.ProblemException;
import java.util.function.Supplier;

/** Says which item of a list a problem is of. */
final class InItem {
    private InItem() {}

    /** @throws ProblemException that the work throws, with the item in its message */
    static <T> T of(int index, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw e.in(name(index));
        }
    }

    static String name(int index) {
        return "items[" + index + "]";
    }
}
