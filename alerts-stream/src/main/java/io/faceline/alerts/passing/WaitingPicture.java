package io.faceline.alerts.passing;

import io.faceline.contracts.track.TrackPicture;
import java.time.Instant;

/**
 * The newest picture of a track.
 *
 * @param at when it was written
 */
record WaitingPicture(String source, TrackPicture picture, Instant at) {}
