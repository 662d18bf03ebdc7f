package io.faceline.contracts.catalog;

/** The architecture of a model, which determines how its outputs are decoded. */
public enum ModelFamily {
    /** Scores and boxes as decoded corners (Linzaer's Ultra-Light-Fast-Generic-Face-Detector). */
    RFB,
    /** Anchor-based distances and points at several strides (Guo et al. 2021, arXiv 2105.04714). */
    SCRFD,
    /** Anchor-free boxes and points at several strides (Wu et al. 2023). */
    YUNET,
    /** The 68 points of the iBUG scheme, relative to the box. */
    POINTS68,
    /** An embedding of a crop aligned to the ArcFace template. */
    ARCFACE,
    /** One logit per class. */
    SOFTMAX,
    /** Angles as 66 bins each (Ruiz et al. 2018). */
    HOPENET,
    /** A value refined in three stages (Yang et al. 2018). */
    SSRNET
}
