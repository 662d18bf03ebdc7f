package io.faceline.matcher.change;

import io.faceline.contracts.person.PersonName;

/** The name of a person as it is stored: without surrounding space, and allowed by {@link PersonName}. */
final class CheckedName {
    private CheckedName() {}

    static String of(String name) {
        var trimmed = name.strip();
        PersonName.fault(trimmed).ifPresent(fault -> {
            throw new ChangeRefused(fault);
        });
        return trimmed;
    }
}
