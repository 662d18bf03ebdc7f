package io.faceline.vision.video.clip;

/**
 * What a clip turned out to be.
 *
 * @param from position of its first frame in the video, in seconds
 * @param to position of its last frame in the video, in seconds
 * @param soundTracks number of audio tracks, which are those of the video that the container takes
 */
public record ClipFacts(ClipFormat format, double from, double to, int soundTracks) {}
