package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Who sits before the {@link FakeCamera}: a man of whom the shared folder has two photos, neither part of the project. */
final class CameraSubject {
    private CameraSubject() {}

    /** The one that the camera sees. */
    static Path photo() {
        return shared("obama.jpg");
    }

    /** Of another day, to enroll him by. */
    static Path otherPhoto() {
        return shared("obama2.jpg");
    }

    /** Head and shoulders, the face 180 pixels high. */
    static BufferedImage portrait() {
        try {
            return half(ImageIO.read(photo().toFile()).getSubimage(250, 10, 480, 550));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage half(BufferedImage image) {
        var half = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, half.getWidth(), half.getHeight(), null);
        graphics.dispose();
        return half;
    }

    private static Path shared(String name) {
        var photo = Path.of(System.getProperty("faceline.shared"), "data/photos/face_recognition/train/obama", name);
        assumeThat(photo)
                .as("the shared test data, which is not part of the project")
                .exists();
        return photo;
    }
}
