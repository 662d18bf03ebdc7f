package io.faceline.systemtests.attackers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Images without a face that take long, as JPEG.
 *
 * @param photo of two megapixels
 * @param largeFrame of 16 megapixels, the most for a live frame
 * @param largePhoto of 60 megapixels
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on unchanged, never compared.
record AttackImages(byte[] photo, byte[] largeFrame, byte[] largePhoto) {
    private static final int BLOCK = 16;

    static AttackImages make(long seed) throws IOException {
        var random = new Random(seed);
        return new AttackImages(jpeg(1600, 1200, random), jpeg(4600, 3400, random), jpeg(10_000, 6000, random));
    }

    /** Blocks of chance: detail enough to be no plain area. */
    private static byte[] jpeg(int width, int height, Random random) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var raster = image.getRaster();
        var block = new int[BLOCK * BLOCK];
        for (var y = 0; y + BLOCK <= height; y += BLOCK) {
            for (var x = 0; x + BLOCK <= width; x += BLOCK) {
                var shade = random.nextInt(256);
                for (var i = 0; i < block.length; i++) {
                    block[i] = (shade + i) & 255;
                }
                raster.setPixels(x, y, BLOCK, BLOCK, block);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
