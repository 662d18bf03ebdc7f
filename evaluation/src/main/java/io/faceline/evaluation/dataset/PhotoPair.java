package io.faceline.evaluation.dataset;

import java.nio.file.Path;

/**
 * Two photos to compare.
 *
 * @param fold index from 0
 * @param isSame whether both show the same person
 */
public record PhotoPair(int fold, Path first, Path second, boolean isSame) {}
