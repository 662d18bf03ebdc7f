package io.faceline.matcher.recognisability;

/**
 * From which quality on a face is of use.
 *
 * @param probe below it a search finds hardly anybody: the share found is below 1 %
 * @param warned below it a reference is likely to miss its person: warn at enrollment
 * @param refused below it a reference is of no use: refuse at enrollment
 */
public record Limits(double probe, double warned, double refused) {}
