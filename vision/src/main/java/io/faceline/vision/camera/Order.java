package io.faceline.vision.camera;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a camera's process is told by its standard input. The first of them opens the camera. */
sealed interface Order {
    /** Reads a camera by FFmpeg. */
    record OpenFfmpeg(FfmpegAddress address, PictureSettings settings, Patience patience) implements Order {}

    /** Decodes the JPEGs that follow. */
    record OpenJpegs(PictureSettings settings, Patience patience) implements Order {}

    /** A picture. */
    record Jpeg(Blob bytes, Instant arrivedAt) implements Order {}

    /** The faces that were found last. */
    record Faces(List<BoundingBox> boxes) implements Order {}

    /** Says goodbye to the camera. */
    record Close() implements Order {}

    /** A JPEG of more bytes is none of a camera. */
    int MAX_JPEG_BYTES = 8 << 20;

    int MAX_FACES = 1000;

    default void write(DataOutputStream out) throws IOException {
        if (this instanceof OpenFfmpeg it) {
            out.writeByte('O');
            write(it.address(), out);
            write(it.settings(), out);
            it.patience().write(out);
        } else if (this instanceof OpenJpegs it) {
            out.writeByte('J');
            write(it.settings(), out);
            it.patience().write(out);
        } else if (this instanceof Jpeg it) {
            out.writeByte('P');
            out.writeLong(it.arrivedAt().toEpochMilli());
            Report.write(it.bytes(), out);
        } else if (this instanceof Faces it) {
            out.writeByte('F');
            write(it.boxes(), out);
        } else if (this instanceof Close) {
            out.writeByte('C');
        }
        out.flush();
    }

    private static void write(FfmpegAddress address, DataOutputStream out) throws IOException {
        out.writeUTF(address.kind().name());
        out.writeUTF(address.url());
        out.writeBoolean(address.login().isPresent());
        if (address.login().isPresent()) {
            out.writeUTF(address.login().get().user());
            out.writeUTF(address.login().get().password());
        }
        Report.write(Blob.wrap(address.certificate().orElse("").getBytes(StandardCharsets.UTF_8)), out);
    }

    private static void write(PictureSettings settings, DataOutputStream out) throws IOException {
        out.writeDouble(settings.framesPerSecond());
        out.writeInt(settings.maxWidth());
        out.writeInt(settings.rotate());
        out.writeDouble(settings.aspect().orElse(Double.NaN));
        out.writeBoolean(settings.motionGate());
        write(settings.ignoredMotion(), out);
        out.writeBoolean(settings.keyFramesOnly());
        out.writeInt(settings.previewWidth());
    }

    private static void write(List<BoundingBox> boxes, DataOutputStream out) throws IOException {
        out.writeInt(Math.min(MAX_FACES, boxes.size()));
        for (var box : boxes.subList(0, Math.min(MAX_FACES, boxes.size()))) {
            out.writeDouble(box.x());
            out.writeDouble(box.y());
            out.writeDouble(box.w());
            out.writeDouble(box.h());
        }
    }

    static Order read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case 'O' -> new OpenFfmpeg(address(in), settings(in), Patience.read(in));
            case 'J' -> new OpenJpegs(settings(in), Patience.read(in));
            case 'P' -> jpeg(in);
            case 'F' -> new Faces(boxes(in));
            case 'C' -> new Close();
            default -> throw new IOException("unknown order " + kind);
        };
    }

    private static Jpeg jpeg(DataInputStream in) throws IOException {
        var arrivedAt = Instant.ofEpochMilli(in.readLong());
        return new Jpeg(Report.bytes(in), arrivedAt);
    }

    private static FfmpegAddress address(DataInputStream in) throws IOException {
        var kind = FfmpegAddress.Kind.valueOf(in.readUTF());
        var url = in.readUTF();
        var login = in.readBoolean()
                ? Optional.of(new FfmpegAddress.Login(in.readUTF(), in.readUTF()))
                : Optional.<FfmpegAddress.Login>empty();
        var certificate = new String(Report.bytes(in).unsafeArray(), StandardCharsets.UTF_8);
        return new FfmpegAddress(kind, url, login, certificate.isEmpty() ? Optional.empty() : Optional.of(certificate));
    }

    private static PictureSettings settings(DataInputStream in) throws IOException {
        var framesPerSecond = in.readDouble();
        var maxWidth = in.readInt();
        var rotate = in.readInt();
        var aspect = in.readDouble();
        return new PictureSettings(
                framesPerSecond,
                maxWidth,
                rotate,
                Double.isNaN(aspect) ? Optional.empty() : Optional.of(aspect),
                in.readBoolean(),
                boxes(in),
                in.readBoolean(),
                in.readInt());
    }

    private static List<BoundingBox> boxes(DataInputStream in) throws IOException {
        var boxes = new ArrayList<BoundingBox>();
        for (var left = in.readInt(); left > 0; left--) {
            boxes.add(new BoundingBox(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return boxes;
    }
}
