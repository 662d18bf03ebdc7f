package io.faceline.vision.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A request to the decoder process.
 *
 * @param position position of the only requested frame in seconds; NaN for all sampled frames
 */
record Request(Path file, VideoKind kind, VideoLimits limits, double framesPerSecond, double position) {
    static Request allFrames(Path file, VideoKind kind, VideoLimits limits, double framesPerSecond) {
        return new Request(file, kind, limits, framesPerSecond, Double.NaN);
    }

    static Request frameAt(Path file, VideoKind kind, VideoLimits limits, double position) {
        return new Request(file, kind, limits, 1, position);
    }

    boolean isForOneFrame() {
        return !Double.isNaN(position);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(file.toUri().toString());
        out.writeUTF(kind.name());
        out.writeLong(limits.maxPixels());
        out.writeInt(limits.maxJpegBytes());
        out.writeLong(limits.maxAllocation());
        out.writeDouble(framesPerSecond);
        out.writeDouble(position);
        out.flush();
    }

    static Request read(DataInputStream in) throws IOException {
        return new Request(
                Path.of(URI.create(in.readUTF())),
                VideoKind.valueOf(in.readUTF()),
                new VideoLimits(in.readLong(), in.readInt(), in.readLong()),
                in.readDouble(),
                in.readDouble());
    }
}
