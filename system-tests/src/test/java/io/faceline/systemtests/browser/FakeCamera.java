package io.faceline.systemtests.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Films that Chromium takes for a camera: JPEG after JPEG, 640×480, which it shows 30 a second, over and over. Each is made
 * once and kept in target/.
 */
final class FakeCamera {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 120;
    /** One and a half seconds: long enough to be looked at and kept, also where the machine is busy. */
    private static final int FRAMES_A_POSE = 45;

    private static final int PHOTO_SIDE = 425;
    private static final Color WALL = new Color(0xB4, 0xB0, 0xAA);
    private static final Path FOLDER =
            Path.of(System.getProperty("faceline.root"), "system-tests", "target", "fake-camera");

    private FakeCamera() {}

    /** The man of {@link CameraSubject} alone before a wall: a face 180 pixels high that slowly goes its rounds. */
    static Path ofSitter() {
        var sitter = CameraSubject.portrait();
        return film("sitter.mjpeg", FRAMES, (graphics, turn) -> {
            var x = (WIDTH - sitter.getWidth()) / 2.0 + 120 * Math.sin(2 * Math.PI * turn);
            var y = (HEIGHT - sitter.getHeight()) / 2.0 + 50 * Math.sin(4 * Math.PI * turn);
            graphics.drawImage(sitter, (int) Math.round(x), (int) Math.round(y), null);
        });
    }

    /** A wall, and a lamp that wanders over it: pictures change, but nobody is there. */
    static Path ofNobody() {
        return film("nobody.mjpeg", FRAMES, (graphics, turn) -> {
            graphics.setColor(WALL.brighter());
            graphics.fillRect((int) (turn * WIDTH), 40, 30, 30);
        });
    }

    /** Nobody, then one photo after the other, which are square, for one and a half seconds each. */
    static Path ofPhotos(String name, List<Path> photos) {
        var pictures = photos.stream().map(FakeCamera::read).toList();
        return film(name, FRAMES_A_POSE * (pictures.size() + 1), (graphics, turn) -> {
            var shown = (int) (turn * (pictures.size() + 1)) - 1;
            if (shown >= 0) {
                var left = (WIDTH - PHOTO_SIDE) / 2;
                graphics.drawImage(pictures.get(shown), left, (HEIGHT - PHOTO_SIDE) / 2, PHOTO_SIDE, PHOTO_SIDE, null);
            }
        });
    }

    private static BufferedImage read(Path photo) {
        try {
            return ImageIO.read(photo.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands before the wall at a moment of the round, which is from 0 to 1. */
    private interface Scene {
        void draw(Graphics2D graphics, double turn);
    }

    private static Path film(String name, int frames, Scene scene) {
        var film = FOLDER.resolve(name);
        try {
            if (Files.notExists(film)) {
                Files.createDirectories(FOLDER);
                Files.move(write(frames, scene), film, StandardCopyOption.ATOMIC_MOVE);
            }
            return film;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(int frames, Scene scene) throws IOException {
        var unfinished = Files.createTempFile(FOLDER, "unfinished", ".mjpeg");
        try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            for (var frame = 0; frame < frames; frame++) {
                ImageIO.write(picture(scene, (double) frame / frames), "jpg", out);
            }
        }
        return unfinished;
    }

    private static BufferedImage picture(Scene scene, double turn) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(WALL);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        scene.draw(graphics, turn);
        graphics.dispose();
        return picture;
    }
}
