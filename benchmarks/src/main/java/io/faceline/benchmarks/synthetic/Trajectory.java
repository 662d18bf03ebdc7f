package io.faceline.benchmarks.synthetic;

/** What somebody does from the beginning of a film to its end. Pixels, radians. */
@FunctionalInterface
interface Trajectory {
    /** Nobody stands quite still: so far to either side, so many times. */
    double SWAY = 5;

    double SWAYS = 3;

    /** @param share of the film that has passed, 0 to 1 */
    Pose at(double share);

    static Trajectory across(double from, double to, double y, double size) {
        return share -> Pose.plain(from + share * (to - from), y, size);
    }

    /** From far away to near in the middle of the film, and away again. */
    static Trajectory nearer(double x, double y, double least, double most) {
        return share -> Pose.plain(x + sway(share), y, least + hill(share) * (most - least));
    }

    /** Sharp, out of focus in the middle, and sharp again. */
    static Trajectory blurring(double x, double y, double size, double most) {
        return share -> Pose.plain(x + sway(share), y, size).blurred(most * hill(share));
    }

    /** To one side until hardly anything is seen, and to the other. */
    static Trajectory turning(double x, double y, double size, double most) {
        return share -> Pose.plain(x + sway(share), y, size).turned(most * Math.sin(2 * Math.PI * share));
    }

    /** Leans over to one side and to the other. */
    static Trajectory leaning(double x, double y, double size, double most) {
        return share -> Pose.plain(x + sway(share), y, size).leaning(most * Math.sin(2 * Math.PI * share));
    }

    private static double sway(double share) {
        return SWAY * Math.sin(2 * Math.PI * SWAYS * share);
    }

    /** 0 at both ends and 1 in the middle. */
    private static double hill(double share) {
        return (1 - Math.cos(2 * Math.PI * share)) / 2;
    }
}
