package io.faceline.standalone.evaluate;

import java.nio.file.Path;

/**
 * Two photos to compare.
 *
 * @param fold from 0
 * @param isSame whether both show one person
 */
record PhotoPair(int fold, Path first, Path second, boolean isSame) {}
