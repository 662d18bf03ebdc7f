package io.faceline.ingest.camera.check;

import io.faceline.contracts.Blob;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a camera shows.
 *
 * @param reason in words, without credentials
 * @param codec such as {@code h264}
 * @param width pixels of the pictures as they arrive; 0 without one
 * @param height pixels
 * @param framesPerSecond that arrive
 * @param openedMillis time to the first picture
 * @param certificate that the camera shows
 * @param redirectedTo where it sends its reader; not followed
 * @param advice what to change, most important first
 * @param picture the first one, as a JPEG
 * @param signInTries how many times a password was tried: each wrong one may count towards a lock
 */
public record CheckedCamera(
        CameraCondition condition,
        String reason,
        @OmittedIfAbsent @Nullable String codec,
        int width,
        int height,
        double framesPerSecond,
        @OmittedIfAbsent @Nullable Long openedMillis,
        @OmittedIfAbsent @Nullable Certificate certificate,
        @OmittedIfAbsent @Nullable String redirectedTo,
        List<CameraNotice> notices,
        List<String> advice,
        @OmittedIfAbsent @Nullable Blob picture,
        int signInTries) {
    /**
     * A certificate.
     *
     * @param fingerprint SHA-256 in hexadecimal digits with colons
     */
    public record Certificate(String fingerprint, String pem) {}

    public CheckedCamera {
        notices = List.copyOf(notices);
        advice = List.copyOf(advice);
    }

    public boolean isLive() {
        return condition == CameraCondition.LIVE;
    }
}
