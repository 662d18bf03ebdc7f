package io.faceline.standalone.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/**
 * Films that Chromium takes for a camera: JPEG after JPEG, 640×480, which it shows 30 a second, over and over. Each is made
 * once and kept in target/.
 */
final class FakeCamera {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 120;
    private static final Color WALL = new Color(0xB4, 0xB0, 0xAA);
    private static final Path FOLDER =
            Path.of(System.getProperty("faceline.root"), "standalone", "target", "fake-camera");

    private FakeCamera() {}

    /** The man of {@link Sitter} alone before a wall: a face 180 pixels high that slowly goes its rounds. */
    static Path ofSitter() {
        var sitter = Sitter.portrait();
        return film("sitter.mjpeg", (graphics, turn) -> {
            var x = (WIDTH - sitter.getWidth()) / 2.0 + 120 * Math.sin(2 * Math.PI * turn);
            var y = (HEIGHT - sitter.getHeight()) / 2.0 + 50 * Math.sin(4 * Math.PI * turn);
            graphics.drawImage(sitter, (int) Math.round(x), (int) Math.round(y), null);
        });
    }

    /** A wall, and a lamp that wanders over it: pictures change, but nobody is there. */
    static Path ofNobody() {
        return film("nobody.mjpeg", (graphics, turn) -> {
            graphics.setColor(WALL.brighter());
            graphics.fillRect((int) (turn * WIDTH), 40, 30, 30);
        });
    }

    /** What stands before the wall at a moment of the round, which is from 0 to 1. */
    private interface Scene {
        void draw(Graphics2D graphics, double turn);
    }

    private static Path film(String name, Scene scene) {
        var film = FOLDER.resolve(name);
        try {
            if (Files.notExists(film)) {
                Files.createDirectories(FOLDER);
                Files.move(write(scene), film, StandardCopyOption.ATOMIC_MOVE);
            }
            return film;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Scene scene) throws IOException {
        var unfinished = Files.createTempFile(FOLDER, "unfinished", ".mjpeg");
        try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            for (var frame = 0; frame < FRAMES; frame++) {
                ImageIO.write(picture(scene, (double) frame / FRAMES), "jpg", out);
            }
        }
        return unfinished;
    }

    private static BufferedImage picture(Scene scene, double turn) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(WALL);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        scene.draw(graphics, turn);
        graphics.dispose();
        return picture;
    }
}
