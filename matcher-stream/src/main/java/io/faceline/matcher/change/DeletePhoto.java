package io.faceline.matcher.change;

import static io.faceline.matcher.change.ChangeRefused.require;

import io.faceline.contracts.change.Change;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.WritePeople;

/** Deletes a photo of a person with the reference made of it. */
final class DeletePhoto {
    private final ChangeablePeople changeable;
    private final People people;
    private final WritePeople write;

    DeletePhoto(ChangeablePeople changeable, People people, WritePeople write) {
        this.changeable = changeable;
        this.people = people;
        this.write = write;
    }

    void apply(Change.DeletePhoto delete) {
        var person = changeable.active(delete.person(), delete.session());
        require(
                People.hasPhoto(person, delete.photo()) || people.isDeleted(delete.session(), delete.photo()),
                "person " + person.id() + " has no photo " + delete.photo() + "; choose one from the list of photos");
        write.deletePhoto(person, delete.photo());
    }
}
