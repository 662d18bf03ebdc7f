package io.faceline.evaluation.groups;

/**
 * The rates of people of one gender by first name, in searches among people of all.
 *
 * @param knownPeople number of people with other photos than the enrolled one
 * @param fnir share of their photos that were not named rightly
 * @param strangers number of people who were searched as strangers
 * @param fpir share of their faces that were named
 */
public record NamedGroupRates(String gender, int knownPeople, Rate fnir, int strangers, Rate fpir) {}
