package io.faceline.matcher.recognisability;

/**
 * How recognisable a face is, in units of a logistic regression: about 2 for an ordinary photo, below 0 if hardly
 * anything of a person is left. Higher is better.
 *
 * @param quality against every kind of harm
 * @param turned against a head that is turned in the picture by 90 degrees or more
 * @param covered against a covered mouth and nose
 * @param eyes against covered eyes
 * @param coarse against blur, darkness, few pixels and strong compression
 */
public record Measures(double quality, double turned, double covered, double eyes, double coarse) {}
