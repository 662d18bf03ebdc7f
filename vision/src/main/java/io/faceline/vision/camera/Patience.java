package io.faceline.vision.camera;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * How long is waited for a camera.
 *
 * @param answer while it is opened
 * @param picture between two whole pictures
 * @param keyFrame without which no picture can be decoded, while something arrives
 * @param unchanged until the same picture is told as a notice
 * @param oneColour until a picture of one colour is told as a notice
 * @param maxResidentMebibytes of the process, after which it is started anew
 */
record Patience(
        Duration answer,
        Duration picture,
        Duration keyFrame,
        Duration unchanged,
        Duration oneColour,
        int maxResidentMebibytes) {
    static final Patience DEFAULT = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            700);

    /** For tests. */
    Patience withPicture(Duration shorter) {
        return new Patience(shorter, shorter, keyFrame, unchanged, oneColour, maxResidentMebibytes);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(answer.toMillis());
        out.writeLong(picture.toMillis());
        out.writeLong(keyFrame.toMillis());
        out.writeLong(unchanged.toMillis());
        out.writeLong(oneColour.toMillis());
        out.writeInt(maxResidentMebibytes);
    }

    static Patience read(DataInputStream in) throws IOException {
        return new Patience(millis(in), millis(in), millis(in), millis(in), millis(in), in.readInt());
    }

    private static Duration millis(DataInputStream in) throws IOException {
        return Duration.ofMillis(in.readLong());
    }
}
