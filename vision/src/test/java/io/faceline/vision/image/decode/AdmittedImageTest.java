package io.faceline.vision.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.TestImages;
import io.faceline.vision.image.header.ImageKind;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdmittedImageTest {
    private final ImageValidator validator = new ImageValidator(ImageLimits.DEFAULT);

    @Test
    void admittedImage_isTheVeryBytesWithTheirHeader() throws ImageException {
        var bytes = Blob.wrap(TestImages.jpeg());

        var admitted = validator.admit(bytes);

        assertThat(admitted).isInstanceOf(AdmittedImage.Jpeg.class);
        assertThat(admitted.bytes()).isSameAs(bytes);
        assertThat(admitted.header().width()).isEqualTo(TestImages.WIDTH);
    }

    @Test
    void otherFormats_keepTheirKind() throws ImageException {
        assertThat(validator.admit(Blob.wrap(TestImages.png())).header().kind()).isEqualTo(ImageKind.PNG);
    }

    /** So bytes that nobody admitted cannot be given to them. */
    @Test
    void decodersOfJpegs_takeAdmittedJpegsAlone() {
        assertThat(decodeMethods(FfmpegJpegDecoder.class, StrictJpegDecoder.class, JpegContext.class))
                .hasSize(3)
                .allSatisfy(method -> assertThat(method.getParameterTypes()[0]).isEqualTo(AdmittedImage.Jpeg.class));
    }

    private static List<Method> decodeMethods(Class<?>... decoders) {
        return Stream.of(decoders)
                .flatMap(decoder -> Arrays.stream(decoder.getDeclaredMethods()))
                .filter(method -> method.getName().equals("decode") && !Modifier.isPrivate(method.getModifiers()))
                .toList();
    }
}
