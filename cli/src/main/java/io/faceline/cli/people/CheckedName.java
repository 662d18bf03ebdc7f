package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.person.PersonName;

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
