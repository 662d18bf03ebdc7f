package io.faceline.alerting.book;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;

/** Who and what was erased, as far as is known. Thread-safe. */
public interface Erasure {
    /** Nothing was. */
    Erasure NONE = new Erasure() {
        @Override
        public boolean isDeleted(PersonId person) {
            return false;
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
    };

    boolean isDeleted(PersonId person);

    boolean hasEnded(SessionId session);

    boolean isDeletedJob(String job);

    /** Whether there was such a camera and it is gone. */
    boolean isDeletedCamera(CameraId camera);

    /** Whether it is a job or a camera that is gone. */
    default boolean isDeletedSource(String source) {
        return isDeletedJob(source)
                || CameraId.parse(source).filter(this::isDeletedCamera).isPresent();
    }
}
