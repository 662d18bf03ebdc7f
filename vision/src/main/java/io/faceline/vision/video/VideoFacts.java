package io.faceline.vision.video;

/**
 * What a video says of itself before it is read; it may be wrong.
 *
 * @param start position of the first frame in seconds
 * @param duration in seconds, 0 when unknown
 * @param framesPerSecond on average, 0 when unknown
 */
public record VideoFacts(int width, int height, double start, double duration, double framesPerSecond) {}
