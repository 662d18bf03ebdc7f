package io.faceline.vision.camera;

/** Opens cameras, each in a process of its own. Thread-safe. */
public final class CameraDecoder {
    private CameraDecoder() {}

    /** Opens a camera that FFmpeg reads. Returns at once: that it cannot be opened is thrown by {@link CameraStream#next}. */
    public static CameraStream open(FfmpegAddress address, PictureSettings settings) throws CameraException {
        return open(address, settings, Patience.DEFAULT);
    }

    static CameraStream open(FfmpegAddress address, PictureSettings settings, Patience patience)
            throws CameraException {
        return CameraProcess.start(new Order.OpenFfmpeg(address, settings, patience));
    }

    /** Decodes the JPEGs that its caller receives from a camera. */
    public static JpegStream ofJpegs(PictureSettings settings) throws CameraException {
        return ofJpegs(settings, Patience.DEFAULT);
    }

    static JpegStream ofJpegs(PictureSettings settings, Patience patience) throws CameraException {
        return CameraProcess.start(new Order.OpenJpegs(settings, patience));
    }
}
