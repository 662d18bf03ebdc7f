package io.faceline.benchmarks.soak;

import io.faceline.contracts.Blob;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/** An endless random source of photos in several sizes, some of them damaged. Not thread-safe. */
final class PhotoSource {
    /** Number of distinct photos; all are held in memory. */
    private static final int POOL = 300;

    private static final double MAX_SIDE = 1280;
    /** One in this many photos is damaged; the decoder library reports each on stderr. */
    private static final int DAMAGED_ONE_IN = 50;

    private static final int FLIPPED_BYTES = 20;

    private final List<Blob> photos;
    private final Random random;

    private PhotoSource(List<Blob> photos, Random random) {
        this.photos = photos;
        this.random = random;
    }

    /**
     * @param files photos; those that Java cannot read are left out
     * @param scales scale factors to choose from
     */
    static PhotoSource of(List<Path> files, List<Double> scales, Random random) throws IOException {
        var shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, random);
        var photos = new ArrayList<Blob>();
        for (var file : shuffled.subList(0, Math.min(POOL, shuffled.size()))) {
            var scale = scales.get(random.nextInt(scales.size()));
            read(file).ifPresent(photo -> photos.add(jpeg(photo, scale)));
        }
        if (photos.isEmpty()) {
            throw new IOException("no readable photo in " + files);
        }
        return new PhotoSource(photos, random);
    }

    private static Optional<BufferedImage> read(Path file) {
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Blob jpeg(BufferedImage photo, double wanted) {
        var scale = Math.min(wanted, MAX_SIDE / Math.max(photo.getWidth(), photo.getHeight()));
        var width = (int) Math.max(1, scale * photo.getWidth());
        var height = (int) Math.max(1, scale * photo.getHeight());
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(photo, 0, 0, width, height, null);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(scaled, "jpg", bytes);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return Blob.wrap(bytes.toByteArray());
    }

    Blob next() {
        return random.nextInt(DAMAGED_ONE_IN) == 0 ? damaged(undamaged().toByteArray()) : undamaged();
    }

    Blob undamaged() {
        return photos.get(random.nextInt(photos.size()));
    }

    /** Cut off, or with wrong bytes in it. */
    private Blob damaged(byte[] photo) {
        if (random.nextBoolean()) {
            return Blob.wrap(Arrays.copyOf(photo, 1 + random.nextInt(photo.length)));
        }
        for (var i = 0; i < FLIPPED_BYTES; i++) {
            photo[random.nextInt(photo.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return Blob.wrap(photo);
    }
}
