package io.faceline.api.cameras.table;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;

/** What changed of a camera. */
public sealed interface CameraChange {
    CameraId camera();

    /** Changes with the same key replace each other: the later one says all that the earlier one did. */
    String key();

    /** Its definition or its state. */
    record OfCamera(CameraId camera) implements CameraChange {
        @Override
        public String key() {
            return "camera/" + camera;
        }
    }

    record Deleted(CameraId camera) implements CameraChange {
        @Override
        public String key() {
            return "camera/" + camera;
        }
    }

    /** A preview came. */
    record Preview(CameraId camera) implements CameraChange {
        @Override
        public String key() {
            return "preview/" + camera;
        }
    }

    /** A frame with faces, or the first without after one with. */
    record Faces(CameraId camera, TrackedFrame frame) implements CameraChange {
        @Override
        public String key() {
            return "faces/" + camera;
        }
    }

    record Track(CameraId camera, TrackUpdate track) implements CameraChange {
        @Override
        public String key() {
            return "track/" + track.id();
        }
    }
}
