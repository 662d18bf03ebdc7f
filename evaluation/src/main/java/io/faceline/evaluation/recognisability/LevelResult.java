package io.faceline.evaluation.recognisability;

/**
 * The results of one level.
 *
 * @param found share of the photos in which a face was found, 0 to 1; with a margin where none was at first
 * @param foundAtOnce the same without the margin
 * @param warned share of the faces that an enrollment warns of
 * @param refused share of the faces that an enrollment refuses
 */
record LevelResult(
        String level,
        double foundAtOnce,
        double found,
        Compared probe,
        Compared reference,
        Compared both,
        double warned,
        double refused) {}
