package io.faceline.vision.video;

import io.faceline.vision.video.clip.ClipRequest;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A request to the decoder process.
 *
 * @param position position of the only requested frame in seconds; NaN for all sampled frames
 * @param clip to cut, instead of frames to decode
 */
record Request(
        Path file,
        VideoKind kind,
        VideoLimits limits,
        double framesPerSecond,
        double position,
        Optional<ClipRequest> clip) {
    static Request allFrames(Path file, VideoKind kind, VideoLimits limits, double framesPerSecond) {
        return new Request(file, kind, limits, framesPerSecond, Double.NaN, Optional.empty());
    }

    static Request frameAt(Path file, VideoKind kind, VideoLimits limits, double position) {
        return new Request(file, kind, limits, 1, position, Optional.empty());
    }

    static Request clip(Path file, VideoKind kind, VideoLimits limits, ClipRequest clip) {
        return new Request(file, kind, limits, 1, Double.NaN, Optional.of(clip));
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
        out.writeBoolean(clip.isPresent());
        if (clip.isPresent()) {
            write(clip.get(), out);
        }
        out.flush();
    }

    private static void write(ClipRequest clip, DataOutputStream out) throws IOException {
        out.writeDouble(clip.from());
        out.writeDouble(clip.to());
        out.writeUTF(clip.title());
        out.writeUTF(clip.comment());
    }

    static Request read(DataInputStream in) throws IOException {
        return new Request(
                Path.of(URI.create(in.readUTF())),
                VideoKind.valueOf(in.readUTF()),
                new VideoLimits(in.readLong(), in.readInt(), in.readLong()),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean() ? Optional.of(clip(in)) : Optional.empty());
    }

    private static ClipRequest clip(DataInputStream in) throws IOException {
        return new ClipRequest(in.readDouble(), in.readDouble(), in.readUTF(), in.readUTF());
    }
}
