package io.faceline.vision.image.quality;

import io.faceline.contracts.face.Point;
import java.util.List;

/**
 * The head pose in degrees, estimated from the five landmarks: the rotation of an average face whose points, in scaled
 * orthographic projection, fit them best. Signs as in {@link io.faceline.contracts.face.Quality}.
 *
 * <p>The average face has x and y of the ArcFace template, made symmetric, and z towards the viewer. Since x is
 * independent of y and z, the least-squares problem splits into one unknown and two, solved in closed form below; the
 * two resulting rows are made orthonormal (the closest rotation, by polar decomposition) and decomposed into roll after
 * pitch after yaw.
 */
public record HeadPose(double yaw, double pitch, double roll) {
    /** Half the distance of the eyes, and of the mouth's corners. */
    private static final double EYE_X = 17.62;

    private static final double MOUTH_X = 14.59;
    private static final double[] X = {-EYE_X, EYE_X, 0, -MOUTH_X, MOUTH_X};
    private static final double[] Y = centred(51.60, 51.60, 73.20, 92.28, 92.28);

    /** Depth of the nose tip and the mouth relative to the eyes; fitted to photos, see {@code HeadPoseTest}. */
    private static final double[] Z = centred(0, 0, 18, 3, 3);

    private static final double XX = dot(X, X);
    private static final double YY = dot(Y, Y);
    private static final double YZ = dot(Y, Z);
    private static final double ZZ = dot(Z, Z);
    private static final HeadPose UNKNOWN = new HeadPose(90, 0, 0);

    /**
     * Estimates the pose from points in pixels in the order of the template; a yaw of 90 degrees if they are collinear.
     */
    public static HeadPose of(List<Point> points) {
        var horizontal = row(points.stream().mapToDouble(Point::x).toArray());
        var vertical = row(points.stream().mapToDouble(Point::y).toArray());
        return orthonormal(horizontal, vertical) ? read(horizontal, vertical) : UNKNOWN;
    }

    /** The smaller yaw and the smaller pitch of two estimates: a pose is extreme if both are. */
    public HeadPose lessExtreme(HeadPose other) {
        return new HeadPose(smaller(yaw, other.yaw), smaller(pitch, other.pitch), roll);
    }

    private static double smaller(double one, double other) {
        return Math.abs(one) <= Math.abs(other) ? one : other;
    }

    /** The least-squares row r with r·P ≈ value for every model point P. */
    private static double[] row(double[] values) {
        var observed = centred(values);
        var y = dot(observed, Y);
        var z = dot(observed, Z);
        var determinant = YY * ZZ - YZ * YZ;
        return new double[] {dot(observed, X) / XX, (y * ZZ - z * YZ) / determinant, (z * YY - y * YZ) / determinant};
    }

    /** (M Mᵀ)^(−1/2) M in place; false when the rows are parallel. */
    private static boolean orthonormal(double[] first, double[] second) {
        var ff = dot(first, first);
        var fs = dot(first, second);
        var ss = dot(second, second);
        var root = Math.sqrt(Math.max(0, ff * ss - fs * fs));
        if (root < 1e-6 * (ff + ss) || ff + ss == 0) {
            return false;
        }
        var factor = 1 / (root * Math.sqrt(ff + ss + 2 * root));
        for (int i = 0; i < 3; i++) {
            var f = first[i];
            var s = second[i];
            first[i] = factor * ((ss + root) * f - fs * s);
            second[i] = factor * ((ff + root) * s - fs * f);
        }
        return true;
    }

    private static HeadPose read(double[] first, double[] second) {
        var roll = Math.atan2(-first[1], second[1]);
        var cos = Math.cos(roll);
        var sin = Math.sin(roll);
        var yaw = Math.atan2(cos * first[2] + sin * second[2], cos * first[0] + sin * second[0]);
        var forward =
                (cos * second[0] - sin * first[0]) * Math.sin(yaw) - (cos * second[2] - sin * first[2]) * Math.cos(yaw);
        var pitch = Math.atan2(forward, cos * second[1] - sin * first[1]);
        return new HeadPose(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
    }

    private static double[] centred(double... values) {
        double sum = 0;
        for (var value : values) {
            sum += value;
        }
        var mean = sum / values.length;
        var centred = values.clone();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
        }
        return centred;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
