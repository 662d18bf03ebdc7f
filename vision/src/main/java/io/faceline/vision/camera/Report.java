package io.faceline.vision.camera;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.vision.process.BoundedBytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a camera's process tells by its standard output. */
sealed interface Report {
    /** Something that the caller is told. */
    record Happened(CameraEvent event) implements Report {}

    /** The last report. */
    record Failed(CameraException cause) implements Report {}

    int MAX_BYTES = 64 << 20;

    default void write(DataOutputStream out) throws IOException {
        if (this instanceof Happened it && it.event() instanceof CameraEvent.Taken taken) {
            out.writeByte('T');
            write(taken, out);
        } else if (this instanceof Happened it && it.event() instanceof CameraEvent.Figures figures) {
            out.writeByte('F');
            write(figures.figures(), out);
        } else if (this instanceof Failed it) {
            out.writeByte('E');
            out.writeUTF(it.cause().fault().name());
            out.writeUTF(String.valueOf(it.cause().getMessage()));
            out.writeUTF(it.cause().redirectedTo().orElse(""));
        }
        out.flush();
    }

    private static void write(CameraEvent.Taken taken, DataOutputStream out) throws IOException {
        out.writeLong(taken.arrivedAt().toEpochMilli());
        out.writeInt(taken.width());
        out.writeInt(taken.height());
        out.writeBoolean(taken.jpeg().isPresent());
        if (taken.jpeg().isPresent()) {
            write(taken.jpeg().get(), out);
        }
        out.writeBoolean(taken.preview().isPresent());
        if (taken.preview().isPresent()) {
            var preview = taken.preview().get();
            out.writeInt(preview.width());
            out.writeInt(preview.height());
            write(preview.jpeg(), out);
        }
    }

    private static void write(StreamFigures figures, DataOutputStream out) throws IOException {
        out.writeUTF(figures.codec().orElse(""));
        out.writeInt(figures.width());
        out.writeInt(figures.height());
        out.writeDouble(figures.framesPerSecond());
        out.writeLong(figures.received());
        out.writeLong(figures.damaged());
        out.writeLong(figures.behind());
        out.writeLong(figures.repeated());
        out.writeInt(figures.ignoredCells());
        out.writeLong(figures.millisSincePicture());
        out.writeInt(figures.notices().size());
        for (var notice : figures.notices()) {
            out.writeUTF(notice.name());
        }
    }

    static void write(Blob bytes, DataOutputStream out) throws IOException {
        BoundedBytes.write(bytes, out);
    }

    static Report read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case 'T' -> new Happened(taken(in));
            case 'F' -> new Happened(new CameraEvent.Figures(figures(in)));
            case 'E' -> new Failed(cause(in));
            default -> throw new IOException("unknown report " + kind);
        };
    }

    private static CameraEvent.Taken taken(DataInputStream in) throws IOException {
        return new CameraEvent.Taken(
                Instant.ofEpochMilli(in.readLong()),
                in.readInt(),
                in.readInt(),
                in.readBoolean() ? Optional.of(bytes(in)) : Optional.empty(),
                in.readBoolean()
                        ? Optional.of(new CameraEvent.Preview(in.readInt(), in.readInt(), bytes(in)))
                        : Optional.empty());
    }

    private static StreamFigures figures(DataInputStream in) throws IOException {
        var codec = in.readUTF();
        return new StreamFigures(
                codec.isEmpty() ? Optional.empty() : Optional.of(codec),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                notices(in));
    }

    private static Set<CameraNotice> notices(DataInputStream in) throws IOException {
        var notices = EnumSet.noneOf(CameraNotice.class);
        for (var left = in.readInt(); left > 0; left--) {
            notices.add(CameraNotice.valueOf(in.readUTF()));
        }
        return notices;
    }

    private static CameraException cause(DataInputStream in) throws IOException {
        var fault = CameraFault.valueOf(in.readUTF());
        var reason = in.readUTF();
        var target = in.readUTF();
        return target.isEmpty() ? new CameraException(fault, reason) : CameraException.redirected(reason, target);
    }

    static Blob bytes(DataInputStream in) throws IOException {
        return BoundedBytes.read(in, MAX_BYTES);
    }
}
