package io.faceline.matcher.change;

import static io.faceline.matcher.change.ChangeRefused.require;

import io.faceline.contracts.change.Change;
import io.faceline.matcher.people.MergePeople;
import io.faceline.matcher.people.People;

/** Merges one person into another, and undoes it. */
final class MergePerson {
    private final ChangeablePeople changeable;
    private final People people;
    private final MergePeople mergePeople;

    MergePerson(ChangeablePeople changeable, People people, MergePeople mergePeople) {
        this.changeable = changeable;
        this.people = people;
        this.mergePeople = mergePeople;
    }

    void apply(Change.MergePeople merge) {
        var into = changeable.active(people.follow(merge.into()), merge.session());
        var from = changeable.known(merge.from(), merge.session());
        require(!from.id().equals(into.id()), "both are already person " + into.id() + "; choose two different people");
        if (!into.id().equals(from.mergedInto())) {
            changeable.active(from.id(), merge.session());
        }
        mergePeople.merge(from, into);
    }

    void undo(Change.UnmergePeople unmerge) {
        var from = changeable.known(unmerge.from(), unmerge.session());
        require(
                !from.deleted() && !people.isDeleted(people.follow(from.id())),
                "person " + from.id() + " or the person it was merged into was deleted; enroll the person again");
        var merge = from.lastMerge();
        if (merge == null) {
            throw new ChangeRefused("no merge of person " + from.id() + " is known; choose a merged person");
        }
        mergePeople.unmerge(from, merge);
    }
}
