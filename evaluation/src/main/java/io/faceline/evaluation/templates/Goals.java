package io.faceline.evaluation.templates;

/** What templates are to reach; rates are 0 to 1. */
public final class Goals {
    /** False positive identification rate at which several photos are judged. */
    public static final double FPIR = 0.0025;

    /** Three good photos. */
    public static final double THREE_PHOTOS_FNIR = 0.02;

    public static final int THREE = 3;

    /** One photo of each of twice as many people. */
    public static final double ONE_PHOTO_FPIR = 0.003;

    public static final double ONE_PHOTO_FNIR = 0.08;

    /** Expected calibration error. */
    public static final double CALIBRATION_ERROR = 0.02;

    private Goals() {}
}
