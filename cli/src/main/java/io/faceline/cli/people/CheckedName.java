package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.person.PersonName;

/** Validates a name given on the command line. */
final class CheckedName {
    private CheckedName() {}

    /** @throws CommandFailure when the name is invalid */
    static void require(String name) {
        PersonName.fault(name).ifPresent(fault -> {
            throw CommandFailure.wrongUsage(fault);
        });
    }
}
