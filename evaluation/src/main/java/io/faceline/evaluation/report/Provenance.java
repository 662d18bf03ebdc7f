package io.faceline.evaluation.report;

import java.nio.file.Path;

/**
 * The inputs that reproduce a report.
 *
 * @param command the command line
 * @param detector model id
 */
public record Provenance(String command, String detector, Path images, long seed) {}
