package io.faceline.benchmarks.synthetic;

/** The motion of a subject over a video, in pixels and radians. */
@FunctionalInterface
interface Trajectory {
    /** Amplitude and count of the sway of a standing person. */
    double SWAY = 5;

    double SWAYS = 3;

    /** @param share elapsed share of the video, 0 to 1 */
    Pose at(double share);

    static Trajectory across(double from, double to, double y, double size) {
        return share -> Pose.plain(from + share * (to - from), y, size);
    }

    /** Approaches until the middle of the video, then leaves. */
    static Trajectory nearer(double x, double y, double min, double max) {
        return share -> Pose.plain(x + sway(share), y, min + hill(share) * (max - min));
    }

    /** Out of focus in the middle of the video. */
    static Trajectory blurring(double x, double y, double size, double max) {
        return share -> Pose.plain(x + sway(share), y, size).blurred(max * hill(share));
    }

    /** Turns to one side until hardly anything is visible, then to the other. */
    static Trajectory turning(double x, double y, double size, double max) {
        return share -> Pose.plain(x + sway(share), y, size).turned(max * Math.sin(2 * Math.PI * share));
    }

    /** Leans to one side, then to the other. */
    static Trajectory leaning(double x, double y, double size, double max) {
        return share -> Pose.plain(x + sway(share), y, size).leaning(max * Math.sin(2 * Math.PI * share));
    }

    private static double sway(double share) {
        return SWAY * Math.sin(2 * Math.PI * SWAYS * share);
    }

    /** 0 at both ends and 1 in the middle. */
    private static double hill(double share) {
        return (1 - Math.cos(2 * Math.PI * share)) / 2;
    }
}
