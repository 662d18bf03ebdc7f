package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.evaluation.search.Reliability;

/**
 * What the catalog should say of an embedder's similarities.
 *
 * @param embedder its model id
 * @param calibration fitted on all people
 * @param trials how many it was fitted on
 * @param reliability measured on people who were not in the fit: each half of them judged by a fit on the other
 */
public record CalibrationReport(
        String embedder, Calibration calibration, int trials, Reliability reliability, ThresholdChoice thresholds) {}
