package io.faceline.vision.video.clip;

/**
 * What to cut out of a video.
 *
 * @param from seconds of the video; the clip begins with the last key frame at or before it
 * @param to seconds of the video, included
 * @param title of the clip, written into its container
 * @param comment written into its container
 */
public record ClipRequest(double from, double to, String title, String comment) {
    public ClipRequest {
        if (!(from >= 0 && to >= from && Double.isFinite(to))) {
            throw new IllegalArgumentException("not a part of a video: from " + from + " to " + to);
        }
    }
}
