package io.faceline.evaluation.search;

/** How a face is compared with a person of several references. */
public enum Comparison {
    /** With the most similar reference. */
    BEST,
    /** With the plain mean of all references. */
    MEAN,
    /** As the matcher does: with the template, in which poor references count little. */
    TEMPLATE
}
