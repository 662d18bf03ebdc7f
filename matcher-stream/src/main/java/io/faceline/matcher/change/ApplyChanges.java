package io.faceline.matcher.change;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.MergePeople;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.WritePeople;
import org.jspecify.annotations.Nullable;

/** Applies requested changes and answers them. Changes are idempotent. Confined to the task thread. */
public final class ApplyChanges {
    private final Galleries galleries;
    private final WritePeople write;
    private final DeletePerson deletePerson;
    private final DeletePhoto deletePhoto;
    private final RenamePerson renamePerson;
    private final MergePerson mergePerson;
    private final PutPerson putPerson;
    private final EndSession endSession;
    private final Sessions sessions;

    public ApplyChanges(
            Galleries galleries,
            People people,
            Models models,
            WritePeople write,
            MergePeople mergePeople,
            Sessions sessions,
            int maxReferences) {
        this.galleries = galleries;
        this.write = write;
        var changeable = new ChangeablePeople(people);
        deletePerson = new DeletePerson(changeable, write);
        deletePhoto = new DeletePhoto(changeable, people, write);
        renamePerson = new RenamePerson(changeable, write);
        mergePerson = new MergePerson(changeable, people, mergePeople);
        putPerson = new PutPerson(changeable, galleries, people, models, write, maxReferences);
        endSession = new EndSession(sessions);
        this.sessions = sessions;
    }

    public ChangeAnswer apply(Change change) {
        if (change instanceof Change.KeepAlive) {
            return answer(change, null);
        }
        if (sessions.hasEnded(change.session()) && !(change instanceof Change.EndSession)) {
            return answer(change, "the session has ended, nothing was changed; create a new session");
        }
        if (!write.isReady()) {
            return answer(change, unavailable());
        }
        try {
            applyOne(change);
            return answer(change, null);
        } catch (ChangeRefused e) {
            return answer(change, e.getMessage());
        }
    }

    private void applyOne(Change change) {
        if (change instanceof Change.DeletePerson delete) {
            deletePerson.apply(delete);
        } else if (change instanceof Change.DeletePhoto delete) {
            deletePhoto.apply(delete);
        } else if (change instanceof Change.RenamePerson rename) {
            renamePerson.apply(rename);
        } else if (change instanceof Change.MergePeople merge) {
            mergePerson.apply(merge);
        } else if (change instanceof Change.UnmergePeople unmerge) {
            mergePerson.undo(unmerge);
        } else if (change instanceof Change.PutReference put) {
            putPerson.apply(put);
        } else if (change instanceof Change.PutPerson put) {
            putPerson.apply(put);
        } else if (change instanceof Change.EndSession end) {
            endSession.apply(end);
        } else {
            throw new IllegalStateException("Change is sealed: " + change);
        }
    }

    private static String unavailable() {
        return "the gallery is not available, nothing was changed; try again";
    }

    private ChangeAnswer answer(Change change, @Nullable String error) {
        return new ChangeAnswer(
                change.id(), change.session(), galleries.shared().version(), error);
    }
}
