package io.faceline.standalone.cli;

import io.faceline.contracts.PersonName;

/** A name that somebody typed. */
final class CheckedName {
    private CheckedName() {}

    /** Ends the command when nobody may be called so. */
    static void require(String name) {
        PersonName.fault(name).ifPresent(fault -> {
            throw CommandFailure.wrongUsage(fault);
        });
    }
}
