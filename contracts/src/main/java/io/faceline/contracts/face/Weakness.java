package io.faceline.contracts.face;

/** What most makes a face hard to recognise. Each has a remedy for whoever takes the photo. */
public enum Weakness {
    /** Turned on its side or upside down: hold the camera upright. */
    TURNED,
    /** Covered below the eyes, as by a mask: take it off. */
    COVERED,
    /** Covered at the eyes, as by sunglasses: take them off. */
    COVERED_EYES,
    /** Blurred, dark, small or strongly compressed: more light, come closer, hold still. */
    UNCLEAR,
    /** Only read: a weakness that a newer version added. */
    UNKNOWN
}
