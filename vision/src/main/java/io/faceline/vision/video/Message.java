package io.faceline.vision.video;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.process.BoundedBytes;
import io.faceline.vision.video.clip.ClipFacts;
import io.faceline.vision.video.clip.ClipFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of the decoder process. */
sealed interface Message {
    /**
     * The video was opened; decoding it waits until there is memory for it.
     *
     * @param memory bytes of the frames that the decoder may keep
     */
    record Opened(VideoFacts facts, long memory) implements Message {}

    /** A requested frame. */
    record Picture(VideoFrame frame) implements Message {}

    /** Heartbeat while no frame is sent. */
    record Alive() implements Message {}

    /** The end of the video. */
    record Ended(long damaged) implements Message {}

    /** Bytes of a clip, from this position of its file on. */
    record Part(long position, Blob bytes) implements Message {}

    /** The end of a clip. */
    record Cut(ClipFacts facts) implements Message {}

    /** The video failed. */
    record Failed(FailureCode code, String text) implements Message {}

    long NO_TIME = Long.MIN_VALUE;

    int MAX_BYTES = 64 * 1024 * 1024;

    default void write(DataOutputStream out) throws IOException {
        if (this instanceof Opened it) {
            out.writeByte('O');
            write(it.facts(), out);
            out.writeLong(it.memory());
        } else if (this instanceof Picture it) {
            out.writeByte('P');
            out.writeDouble(it.frame().position());
            write(it.frame().jpeg(), out);
        } else if (this instanceof Alive) {
            out.writeByte('A');
        } else if (this instanceof Ended it) {
            out.writeByte('E');
            out.writeLong(it.damaged());
        } else if (this instanceof Part it) {
            out.writeByte('B');
            out.writeLong(it.position());
            write(it.bytes(), out);
        } else if (this instanceof Cut it) {
            out.writeByte('C');
            write(it.facts(), out);
        } else if (this instanceof Failed it) {
            out.writeByte('F');
            out.writeUTF(it.code().name());
            out.writeUTF(it.text());
        }
        out.flush();
    }

    private static void write(VideoFacts facts, DataOutputStream out) throws IOException {
        out.writeInt(facts.width());
        out.writeInt(facts.height());
        out.writeDouble(facts.start());
        out.writeDouble(facts.duration());
        out.writeDouble(facts.framesPerSecond());
        out.writeInt(facts.otherTracks());
        var recordedAt = facts.recordedAt();
        out.writeLong(recordedAt == null ? NO_TIME : recordedAt.toEpochMilli());
    }

    private static void write(ClipFacts facts, DataOutputStream out) throws IOException {
        out.writeUTF(facts.format().name());
        out.writeDouble(facts.from());
        out.writeDouble(facts.to());
        out.writeInt(facts.soundTracks());
    }

    private static void write(Blob bytes, DataOutputStream out) throws IOException {
        BoundedBytes.write(bytes, out);
    }

    static Message read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case 'O' -> new Opened(facts(in), in.readLong());
            case 'P' -> new Picture(new VideoFrame(in.readDouble(), bytes(in)));
            case 'A' -> new Alive();
            case 'E' -> new Ended(in.readLong());
            case 'B' -> new Part(in.readLong(), bytes(in));
            case 'C' -> new Cut(clip(in));
            case 'F' -> new Failed(FailureCode.valueOf(in.readUTF()), in.readUTF());
            default -> throw new IOException("unknown message type " + kind);
        };
    }

    private static VideoFacts facts(DataInputStream in) throws IOException {
        return new VideoFacts(
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                time(in.readLong()));
    }

    private static ClipFacts clip(DataInputStream in) throws IOException {
        return new ClipFacts(ClipFormat.valueOf(in.readUTF()), in.readDouble(), in.readDouble(), in.readInt());
    }

    private static @Nullable Instant time(long millis) {
        return millis == NO_TIME ? null : Instant.ofEpochMilli(millis);
    }

    private static Blob bytes(DataInputStream in) throws IOException {
        return BoundedBytes.read(in, MAX_BYTES);
    }
}
