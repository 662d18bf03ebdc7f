package io.faceline.vision.image;

import io.faceline.contracts.face.Point;
import java.util.List;

/**
 * Rotation, uniform scaling and translation in the plane: x' = a·x − b·y + tx, y' = b·x + a·y + ty.
 *
 * @param a scale × cosine of the angle
 * @param b scale × sine of the angle
 */
public record SimilarityTransform(double a, double b, double tx, double ty) {

    /**
     * The least-squares transform of the points to their targets (Umeyama 1991, without reflection). In the plane its
     * singular value decomposition has a closed form: with centred points as complex numbers, a + ib = Σ conj(p)·q / Σ
     * |p|².
     */
    static SimilarityTransform between(List<Point> points, List<Point> targets) {
        var from = centre(points);
        var to = centre(targets);
        double real = 0;
        double imaginary = 0;
        double spread = 0;
        for (int i = 0; i < points.size(); i++) {
            var px = points.get(i).x() - from.x();
            var py = points.get(i).y() - from.y();
            var qx = targets.get(i).x() - to.x();
            var qy = targets.get(i).y() - to.y();
            real += px * qx + py * qy;
            imaginary += px * qy - py * qx;
            spread += px * px + py * py;
        }
        if (spread == 0) {
            throw new IllegalArgumentException("identical points have no transform");
        }
        var a = real / spread;
        var b = imaginary / spread;
        return new SimilarityTransform(
                a, b, to.x() - a * from.x() + b * from.y(), to.y() - b * from.x() - a * from.y());
    }

    private static Point centre(List<Point> points) {
        double x = 0;
        double y = 0;
        for (var point : points) {
            x += point.x();
            y += point.y();
        }
        return new Point(x / points.size(), y / points.size());
    }

    Point apply(Point point) {
        return new Point(a * point.x() - b * point.y() + tx, b * point.x() + a * point.y() + ty);
    }

    /** Target pixels per source pixel along a line. */
    public double scale() {
        return Math.hypot(a, b);
    }
}
