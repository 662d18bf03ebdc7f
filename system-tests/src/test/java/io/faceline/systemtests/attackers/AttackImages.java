package io.faceline.systemtests.attackers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * Images without a face that take long, as JPEG. The largest takes seconds to make: each is made when it is first asked
 * for, as most kinds of attack need none. Thread-safe.
 */
final class AttackImages {
    private static final int BLOCK = 16;

    private final long seed;
    private final Map<Size, byte[]> made = new ConcurrentHashMap<>();

    private record Size(int width, int height) {}

    AttackImages(long seed) {
        this.seed = seed;
    }

    /** Of two megapixels. */
    byte[] photo() {
        return of(new Size(1600, 1200));
    }

    /** Of 16 megapixels, the most for a live frame. */
    byte[] largeFrame() {
        return of(new Size(4600, 3400));
    }

    /** Of 60 megapixels. */
    byte[] largePhoto() {
        return of(new Size(10_000, 6000));
    }

    private byte[] of(Size size) {
        return made.computeIfAbsent(size, this::jpeg);
    }

    /** Blocks of chance: detail enough to be no plain area. */
    private byte[] jpeg(Size size) {
        var random = new Random(seed);
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        var raster = image.getRaster();
        var block = new int[BLOCK * BLOCK];
        for (var y = 0; y + BLOCK <= size.height(); y += BLOCK) {
            for (var x = 0; x + BLOCK <= size.width(); x += BLOCK) {
                var shade = random.nextInt(256);
                for (var i = 0; i < block.length; i++) {
                    block[i] = (shade + i) & 255;
                }
                raster.setPixels(x, y, BLOCK, BLOCK, block);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all", e);
        }
        return bytes.toByteArray();
    }
}
