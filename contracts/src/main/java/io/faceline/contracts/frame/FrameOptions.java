package io.faceline.contracts.frame;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Face;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a camera wants for its frames alone. Each makes answers stricter, never laxer, since anyone may be
 * allowed to write frames of cameras.
 *
 * @param smallestFace pixels of the shorter side; smaller faces are left out
 * @param ignored areas in fractions of the image; faces whose centre is in one are left out
 * @param matchThreshold similarity from which a face is a match, if that is more than the gallery's threshold
 */
public record FrameOptions(
        @OmittedIfAbsent @Nullable Integer smallestFace,
        List<BoundingBox> ignored,
        @OmittedIfAbsent @Nullable Double matchThreshold) {
    private static final int MAX_AREAS = 20;

    public FrameOptions {
        ignored = List.copyOf(ignored);
        Checks.require(ignored.size() <= MAX_AREAS, "a frame has at most " + MAX_AREAS + " ignored areas");
        if (smallestFace != null) {
            Checks.between("smallestFace", smallestFace, 1, 10_000);
        }
        if (matchThreshold != null) {
            Checks.between("matchThreshold", matchThreshold, 0, 1);
        }
    }

    /** Whether a face of an image of this size is looked at. */
    public boolean includes(Face face, int width, int height) {
        var box = face.box();
        var side = Math.min(box.w() * width, box.h() * height);
        return (smallestFace == null || side >= smallestFace)
                && ignored.stream().noneMatch(area -> holds(area, box));
    }

    private static boolean holds(BoundingBox area, BoundingBox face) {
        var x = face.x() + face.w() / 2;
        var y = face.y() + face.h() / 2;
        return x >= area.x() && x <= area.x() + area.w() && y >= area.y() && y <= area.y() + area.h();
    }
}
