package io.faceline.evaluation.groups;

/**
 * The rates of one group.
 *
 * @param group its name
 * @param photos number of photos, each of another person
 * @param facesFound share of the photos with a face
 * @param fpir share of the faces that are named although their people are not enrolled, with a part of the group enrolled
 */
public record GroupRates(String group, int photos, Rate facesFound, Rate fpir) {}
