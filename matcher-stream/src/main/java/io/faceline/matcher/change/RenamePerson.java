package io.faceline.matcher.change;

import io.faceline.contracts.change.Change;
import io.faceline.matcher.people.WritePeople;

/** Gives a person another name. */
final class RenamePerson {
    private final ChangeablePeople people;
    private final WritePeople write;

    RenamePerson(ChangeablePeople people, WritePeople write) {
        this.people = people;
        this.write = write;
    }

    void apply(Change.RenamePerson rename) {
        write.rename(people.active(rename.person(), rename.session()), CheckedName.of(rename.name()));
    }
}
