package io.faceline.vision.model;

/**
 * The model and device that a stage uses, for operators.
 *
 * @param id model id, including the hash of its file
 * @param device the actual device, which may differ from the configured one
 */
public record ModelInUse(String id, Device device) {}
