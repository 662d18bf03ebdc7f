package io.faceline.matcher.change;

import io.faceline.contracts.change.Change;
import io.faceline.matcher.people.WritePeople;

/** Deletes a person with all photos and references. Deleting a deleted person again changes nothing. */
final class DeletePerson {
    private final ChangeablePeople people;
    private final WritePeople write;

    DeletePerson(ChangeablePeople people, WritePeople write) {
        this.people = people;
        this.write = write;
    }

    void apply(Change.DeletePerson delete) {
        write.delete(people.unmerged(delete.person(), delete.session()));
    }
}
