package io.faceline.ingest.camera.check;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.vision.camera.StreamFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What to change in a camera that can be read. */
final class CameraAdvice {
    /** Sizes that recorders send of a picture of 16:9, squeezed. */
    private static final Set<String> SQUEEZED = Set.of("960x1080", "480x540", "352x288", "704x576", "960x576");
    /** Beyond, a JPEG cannot be sent over RTSP (RFC 2435). */
    private static final int MAX_RTSP_JPEG = 2040;

    private static final int LARGE = 2600;
    private static final int SMALL = 640;
    private static final double SLOW = 3;
    private static final double FAST = 20;
    private static final int LONG_OPENING_MILLIS = 4000;

    private CameraAdvice() {}

    /**
     * @param openedMillis time to the first picture
     * @param hasLogin whether a password was given
     */
    static List<String> of(Camera camera, StreamFigures figures, long openedMillis, boolean hasLogin) {
        var advice = new ArrayList<String>();
        var codec = figures.codec().orElse("").toLowerCase(Locale.ROOT);
        if (hasLogin && isOpenNetwork(camera)) {
            advice.add(
                    "The connection is not encrypted: whoever is in this network can read the pictures, and a password"
                            + " that is sent by Basic. Use rtsps: or https: if the camera has it.");
        }
        if (openedMillis > LONG_OPENING_MILLIS && camera.read().kind() == CameraAddress.Kind.RTSP) {
            advice.add("The first picture took " + openedMillis / 1000
                    + " s: the camera sends few key frames. Switch its smart"
                    + " codec (H.264+, H.265+) off and set the key frame interval to one or two seconds.");
        }
        if (SQUEEZED.contains(figures.width() + "x" + figures.height()) && camera.aspect() == null) {
            advice.add("Pictures of " + figures.width() + " × " + figures.height()
                    + " are often a wider scene squeezed: if faces look narrow, set the aspect to 16:9.");
        }
        if (codec.contains("jpeg")
                && figures.width() > MAX_RTSP_JPEG
                && camera.read().kind() == CameraAddress.Kind.RTSP) {
            advice.add("MJPEG over RTSP carries at most 2040 pixels a side. Choose H.264 or a smaller size.");
        }
        if (figures.width() > LARGE) {
            advice.add("Pictures of " + figures.width()
                    + " pixels cost much to decode. 1280 to 1920 pixels are enough unless"
                    + " faces are far away: choose the size in the camera, or its sub-stream.");
        } else if (figures.width() > 0 && figures.width() < SMALL) {
            advice.add("Pictures of " + figures.width() + " pixels have small faces. Use the main stream.");
        }
        if (figures.framesPerSecond() > FAST) {
            advice.add("The camera sends " + Math.round(figures.framesPerSecond())
                    + " pictures a second; 10 are enough and cost less.");
        } else if (figures.framesPerSecond() > 0 && figures.framesPerSecond() < SLOW) {
            advice.add("Fewer than three pictures a second arrive: who walks past is seen once or twice.");
        }
        if (figures.notices().contains(CameraNotice.WEAK_LINK)) {
            advice.add("Pictures arrive damaged. Lower the bit rate in the camera, take H.264, or use a cable.");
        }
        if (figures.notices().contains(CameraNotice.GREY)) {
            advice.add("The picture has no colour, as by infrared light: faces are recognised less surely.");
        }
        return advice;
    }

    private static boolean isOpenNetwork(Camera camera) {
        var kind = camera.read().kind();
        return (kind == CameraAddress.Kind.RTSP || kind == CameraAddress.Kind.HTTP)
                && !camera.read().isTls();
    }
}
