package io.faceline.benchmarks.generations;

/**
 * The person whom a face resembles most.
 *
 * @param person name of the folder
 * @param confidence on the scale of the recogniser: a probability of a classifier, a similarity of an embedder
 */
public record Guess(String person, double confidence) {}
