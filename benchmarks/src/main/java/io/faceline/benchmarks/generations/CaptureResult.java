package io.faceline.benchmarks.generations;

/**
 * How many frames make a valid reference. Valid are frames that the enrollment gate accepts and that, enrolled alone,
 * name most of the other photos of the person.
 *
 * @param sittings number of people before the camera
 * @param frames number of all frames: what is captured at random times
 * @param accepted number of them that the gate accepts
 * @param valid number of them that are valid
 * @param captured number of frames that auto-capture keeps
 * @param capturedValid number of them that are valid
 * @param withoutCapture number of sittings of which it keeps none
 */
public record CaptureResult(
        int sittings, int frames, int accepted, int valid, int captured, int capturedValid, int withoutCapture) {
    static final CaptureResult NONE = new CaptureResult(0, 0, 0, 0, 0, 0, 0);

    CaptureResult plus(CaptureResult other) {
        return new CaptureResult(
                sittings + other.sittings,
                frames + other.frames,
                accepted + other.accepted,
                valid + other.valid,
                captured + other.captured,
                capturedValid + other.capturedValid,
                withoutCapture + other.withoutCapture);
    }
}
