package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.evaluation.search.Reliability;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds and the calibration of an embedder for the catalog.
 *
 * @param embedder model id
 * @param calibration fitted on all people
 * @param trials number of trials of the fit
 * @param reliability measured on held-out people: each half is scored by a fit on the other
 * @param bySize thresholds by number of people; null when there are too few people
 */
public record CalibrationReport(
        String embedder,
        Calibration calibration,
        int trials,
        Reliability reliability,
        ThresholdChoice thresholds,
        @Nullable GallerySizes bySize) {}
