/**
 * The frames of one job in order, faces followed over them, and who appears when. {@link
 * io.faceline.api.tracking.JobReader} brings the frames, {@link io.faceline.api.tracking.VideoTracking} follows.
 */
package io.faceline.api.tracking;
