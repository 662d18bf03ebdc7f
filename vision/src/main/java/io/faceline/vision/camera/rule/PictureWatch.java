package io.faceline.vision.camera.rule;

import io.faceline.contracts.camera.CameraNotice;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Notices what is unusual about pictures themselves: looks at one of them about once a second. Not thread-safe. */
public final class PictureWatch {
    /** Infrared light is switched on for good; a grey card before the camera is not worth a notice. */
    private static final long GREY_NANOS = 2_000_000_000;

    private static final int KEY_FRAMES = 2;

    private final Lasting unchanged;
    private final Lasting oneColour;
    private final Lasting grey = new Lasting(GREY_NANOS);
    private long checksum;
    private long keyFrames;

    /**
     * @param unchanged after which the same picture is told
     * @param oneColour after which a picture of one colour is told
     */
    public PictureWatch(Duration unchanged, Duration oneColour) {
        this.unchanged = new Lasting(unchanged.toNanos());
        this.oneColour = new Lasting(oneColour.toNanos());
    }

    /** How long something has been so without a break. */
    private static final class Lasting {
        private final long enough;
        private long since = Long.MIN_VALUE;

        Lasting(long enough) {
            this.enough = enough;
        }

        void look(boolean isSo, long nanos) {
            since = !isSo ? Long.MIN_VALUE : since == Long.MIN_VALUE ? nanos : since;
        }

        boolean isLongEnough(long nanos) {
            return since != Long.MIN_VALUE && nanos - since >= enough;
        }
    }

    /**
     * What is to be told after this picture.
     *
     * @param sum of all its brightness
     * @param keyFramesSoFar whole pictures that arrived, which show that the camera still encodes
     */
    public Set<CameraNotice> look(long nanos, long sum, long keyFramesSoFar, boolean isOneColour, boolean isGrey) {
        if (sum != checksum) {
            unchanged.look(false, nanos);
            keyFrames = keyFramesSoFar;
            checksum = sum;
        }
        unchanged.look(true, nanos);
        oneColour.look(isOneColour, nanos);
        grey.look(isGrey, nanos);
        return notices(nanos, keyFramesSoFar - keyFrames >= KEY_FRAMES);
    }

    private Set<CameraNotice> notices(long nanos, boolean hasNewKeyFrames) {
        var notices = EnumSet.noneOf(CameraNotice.class);
        if (unchanged.isLongEnough(nanos) && hasNewKeyFrames) {
            notices.add(CameraNotice.UNCHANGED);
        }
        if (oneColour.isLongEnough(nanos)) {
            notices.add(CameraNotice.ONE_COLOUR);
        }
        if (grey.isLongEnough(nanos)) {
            notices.add(CameraNotice.GREY);
        }
        return notices;
    }
}
