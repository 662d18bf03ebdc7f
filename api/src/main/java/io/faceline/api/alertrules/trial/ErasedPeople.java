package io.faceline.api.alertrules.trial;

import io.faceline.alerting.book.Erasure;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.util.function.Predicate;

/** Whoever is not in the shared gallery any more. */
record ErasedPeople(Predicate<PersonId> people) implements Erasure {
    @Override
    public boolean isDeleted(PersonId person) {
        return !people.test(person);
    }

    @Override
    public boolean hasEnded(SessionId session) {
        return false;
    }

    @Override
    public boolean isDeletedJob(String job) {
        return false;
    }

    @Override
    public boolean isDeletedCamera(CameraId camera) {
        return false;
    }
}
