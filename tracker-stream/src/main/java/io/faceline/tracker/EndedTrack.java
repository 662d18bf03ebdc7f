package io.faceline.tracker;

import io.faceline.tracking.TrackSnapshot;

/**
 * A track of a video that is not complete.
 *
 * @param order of the tracks of the video, as they ended: in another order they may be other groups
 * @param track without pictures
 */
record EndedTrack(long order, TrackSnapshot track) {}
