package io.faceline.evaluation.report;

import java.nio.file.Path;

/**
 * What it takes to make a report again.
 *
 * @param command as it was given
 * @param detector its model id
 */
public record Provenance(String command, String detector, Path images, long seed) {}
