package io.faceline.vision.video.clip;

import java.io.IOException;

/** Takes the bytes of a clip. Not all come in order: sizes and indices are written last. */
@FunctionalInterface
public interface ClipSink {
    /** @param position of the first byte in the file */
    void write(long position, byte[] bytes) throws IOException;
}
