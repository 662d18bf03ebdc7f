package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.evaluation.search.Reliability;

/**
 * The thresholds and the calibration of an embedder for the catalog.
 *
 * @param embedder model id
 * @param calibration fitted on all people
 * @param trials number of trials of the fit
 * @param reliability measured on held-out people: each half is scored by a fit on the other
 */
public record CalibrationReport(
        String embedder, Calibration calibration, int trials, Reliability reliability, ThresholdChoice thresholds) {}
