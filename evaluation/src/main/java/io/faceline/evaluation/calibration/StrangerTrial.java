package io.faceline.evaluation.calibration;

/**
 * The search of a stranger's face.
 *
 * @param stranger number of the person in the photo, from 0
 * @param best number of the enrolled person who resembles the face most
 * @param similarity what the matcher compares with its threshold
 */
record StrangerTrial(int stranger, int best, double similarity) {}
