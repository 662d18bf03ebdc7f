package io.faceline.vision.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void pictures_areReducedOnly() {
        assertThat(Shape.of(640, 360, 1, Optional.empty(), 0, 1280)).isEqualTo(new Shape(640, 360, 0));
        assertThat(Shape.of(1920, 1080, 1, Optional.empty(), 0, 1280)).isEqualTo(new Shape(1280, 720, 0));
    }

    @Test
    void squeezedPictures_areStretched() {
        assertThat(Shape.of(480, 540, 1, Optional.of(16.0 / 9), 0, 4096)).isEqualTo(new Shape(960, 540, 0));
        assertThat(Shape.of(640, 360, 1, Optional.of(4.0 / 3), 0, 4096)).isEqualTo(new Shape(640, 480, 0));
        assertThat(Shape.of(720, 576, 64.0 / 45, Optional.empty(), 0, 4096)).isEqualTo(new Shape(1024, 576, 0));
    }

    @Test
    void maxWidth_isThatOfTheTurnedPicture() {
        var shape = Shape.of(1920, 1080, 1, Optional.empty(), 90, 540);

        assertThat(shape).isEqualTo(new Shape(960, 540, 90));
        assertThat(shape.turnedWidth()).isEqualTo(540);
        assertThat(shape.turnedHeight()).isEqualTo(960);
    }

    @Test
    void turn_isClockwise() {
        // a b c
        // d e f
        var plane = "abcdef".getBytes(StandardCharsets.US_ASCII);

        assertThat(turned(plane, 90)).isEqualTo("daebfc");
        assertThat(turned(plane, 180)).isEqualTo("fedcba");
        assertThat(turned(plane, 270)).isEqualTo("cfbead");
    }

    private static String turned(byte[] plane, int degrees) {
        var turned = new byte[plane.length];
        Turn.turn(plane, 3, 2, degrees, turned);
        return new String(turned, StandardCharsets.US_ASCII);
    }
}
