package io.faceline.matcher.change;

import io.faceline.contracts.person.PersonName;

/** The name of a person as it is stored: in its normal form, and allowed by {@link PersonName}. */
final class CheckedName {
    private CheckedName() {}

    static String of(String name) {
        var normal = PersonName.normal(name);
        PersonName.fault(normal).ifPresent(fault -> {
            throw new ChangeRefused(fault);
        });
        return normal;
    }
}
