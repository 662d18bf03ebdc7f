/** Fits thresholds and match confidence to labelled photos. */
package io.faceline.evaluation.calibration;
