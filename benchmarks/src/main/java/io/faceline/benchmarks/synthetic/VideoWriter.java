package io.faceline.benchmarks.synthetic;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleFunction;

/** Makes a video file of pictures. The same pictures make the same file. */
public final class VideoWriter {
    public static final int FRAMES_PER_SECOND = 25;

    private VideoWriter() {}

    /** As MPEG-4. */
    public static Path write(Path file, double seconds, DoubleFunction<BufferedImage> picture) throws IOException {
        return write(file, VideoCodec.MPEG4, seconds, picture);
    }

    /**
     * @param picture returns the image at a position in seconds: {@link BufferedImage#TYPE_3BYTE_BGR}, all of one even size
     * @return the file, an MP4
     */
    public static Path write(Path file, VideoCodec codec, double seconds, DoubleFunction<BufferedImage> picture)
            throws IOException {
        var first = picture.apply(0);
        try (var video = VideoEncoder.open(file, codec, first.getWidth(), first.getHeight(), FRAMES_PER_SECOND)) {
            for (var i = 0; i < seconds * FRAMES_PER_SECOND; i++) {
                video.write(picture.apply((double) i / FRAMES_PER_SECOND));
            }
            video.finish();
        }
        return file;
    }
}
