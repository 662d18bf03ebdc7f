package io.faceline.evaluation.dataset;

import java.nio.file.Path;

/**
 * Two photos to compare.
 *
 * @param fold from 0
 * @param isSame whether both show one person
 */
public record PhotoPair(int fold, Path first, Path second, boolean isSame) {}
