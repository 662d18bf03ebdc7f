package io.faceline.evaluation.detection;

/**
 * What was found on one kind of images.
 *
 * @param images number of images
 * @param found faces found, of {@code faces}
 * @param falseFaces boxes that show no face; boxes of faces that are too unclear to be counted are not among them
 * @param millis mean processor time per image, without that of other processes, which decode images
 */
public record DetectionRow(String name, int images, int found, int faces, int falseFaces, double millis) {}
