package io.faceline.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import org.junit.jupiter.api.Test;

class CropJpegTest {
    @Test
    void roundTrip_isNearlyLossless() {
        var crop = gradient();

        var back = CropJpeg.decode(CropJpeg.encode(crop));

        var before = crop.bgr().toByteArray();
        var after = back.bgr().toByteArray();
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += Math.abs((before[i] & 0xFF) - (after[i] & 0xFF));
        }
        assertThat(sum / before.length).isLessThan(1.5);
    }

    @Test
    void isSmall() {
        assertThat(CropJpeg.encode(gradient()).size()).isLessThan(8_000);
    }

    @Test
    void refuses_whatIsNoCrop() {
        assertThatIllegalArgumentException().isThrownBy(() -> CropJpeg.decode(Blob.wrap(new byte[] {1, 2, 3})));
        assertThatIllegalArgumentException().isThrownBy(() -> CropJpeg.decode(Blob.wrap(TestImages.jpeg())));
    }

    private static AlignedCrop gradient() {
        var bytes = new byte[AlignedCrop.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i / 3 % 112 + i / 336);
        }
        return new AlignedCrop(Blob.wrap(bytes));
    }
}
