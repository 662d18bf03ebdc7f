package io.faceline.tracker;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import org.jspecify.annotations.Nullable;

/** Output of the tracker. Keeps the order of writes within each topic. */
interface TrackOutbox {
    void frame(TrackedFrame frame);

    void track(TrackUpdate update);

    /** The picture of a shot, before the update that has it. */
    void trackPicture(String source, TrackPicture picture);

    /** @param appearance null for a tombstone */
    void appearance(String key, @Nullable Appearance appearance);

    /** @param picture null for a tombstone */
    void shot(String key, @Nullable ShotPicture picture);

    /** @param correction null for a tombstone, which is all that the tracker writes */
    void correction(String key, @Nullable Correction correction);

    /** @param video null for a tombstone */
    void video(String job, @Nullable TrackedVideo video);
}
