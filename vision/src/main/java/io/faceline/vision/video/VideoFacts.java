package io.faceline.vision.video;

/**
 * The metadata of a video, which may be wrong.
 *
 * @param start position of the first frame in seconds
 * @param duration in seconds, 0 if unknown
 * @param framesPerSecond average frame rate, 0 if unknown
 */
public record VideoFacts(int width, int height, double start, double duration, double framesPerSecond) {}
