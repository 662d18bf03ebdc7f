package io.faceline.vision.model;

/**
 * What a stage works with, for operators to see.
 *
 * @param id of the model, with the hash of its file
 * @param device where it really runs, which need not be where it was asked to
 */
public record ModelInUse(String id, Device device) {}
