/** Face detection: one decoder for each family of detectors. */
@NullMarked
package io.faceline.vision.detect;

import org.jspecify.annotations.NullMarked;
