package io.faceline.evaluation.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MirroredCropTest {
    private static final int ROW = AlignedCrop.SIDE * 3;

    @Test
    void of_exchangesLeftAndRightOfEachRow_butNoColours() {
        var pixels = new byte[AlignedCrop.BYTES];
        pixels[5 * ROW] = 1;
        pixels[5 * ROW + 1] = 2;
        pixels[5 * ROW + 2] = 3;

        var mirrored = MirroredCrop.of(crop(pixels)).bgr().toByteArray();

        assertThat(mirrored).startsWith(new byte[6 * ROW - 3]);
        assertThat(mirrored[6 * ROW - 3]).isEqualTo((byte) 1);
        assertThat(mirrored[6 * ROW - 2]).isEqualTo((byte) 2);
        assertThat(mirrored[6 * ROW - 1]).isEqualTo((byte) 3);
        assertThat(mirrored[6 * ROW]).isZero();
    }

    @Test
    void of_twice_isTheCrop() {
        var pixels = new byte[AlignedCrop.BYTES];
        new Random(1).nextBytes(pixels);

        assertThat(MirroredCrop.of(MirroredCrop.of(crop(pixels)))).isEqualTo(crop(pixels));
    }

    private static AlignedCrop crop(byte[] pixels) {
        return new AlignedCrop(Blob.wrap(pixels));
    }
}
