package io.faceline.vision.image.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class AnnotatorTest {
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void drawsTheBoxInItsColour() throws ImageException {
        try (var picture = grey(400, 300)) {
            var label = new Label(new BoundingBox(0.25, 0.5, 0.5, 0.25), "", Label.Colour.GREEN);

            try (var annotated = decoder.decode(Blob.wrap(Annotator.annotate(picture, List.of(label))))) {
                var pixel = annotated.bgr().get(150, 200);
                assertThat(pixel[1]).isGreaterThan(pixel[0] + 30).isGreaterThan(pixel[2] + 30);
                assertThat(annotated.bgr().get(40, 200)[1]).isBetween(125.0, 131.0);
            }
        }
    }

    @Test
    void leavesThePictureAsItIs() {
        try (var picture = grey(200, 200)) {
            var before = picture.bgr().clone();

            Annotator.annotate(picture, List.of(new Label(new BoundingBox(0, 0, 1, 1), "Ada", Label.Colour.RED)));

            assertThat(Core.norm(before, picture.bgr(), Core.NORM_INF)).isZero();
            before.release();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ada",
                "Zoë Ångström",
                "Владимир",
                "محمد العربي",
                "王小明",
                "👩‍🚀 e\u0301\u0302",
                "a\tb\nc",
                "\ud800",
                "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft"
            })
    void takesAnyName_onAnySize(String name) throws ImageException {
        for (int side : new int[] {16, 64, 900}) {
            try (var picture = grey(side, side)) {
                var box = new BoundingBox(0.7, 0, 0.3, 0.3);
                try (var annotated = decoder.decode(
                        Blob.wrap(Annotator.annotate(picture, List.of(new Label(box, name, Label.Colour.YELLOW)))))) {
                    assertThat(annotated.width()).isEqualTo(side);
                }
            }
        }
    }

    @Test
    void staysWithinTheImage_andAvoidsOtherNames() {
        var placement = new TextPlacement(1000, 600, 4);
        var boxes = new ArrayList<Rect>();
        for (int i = 0; i < 8; i++) {
            boxes.add(new Rect(10 + i * 120, i % 2 == 0 ? 0 : 500, 90, 100));
        }
        boxes.forEach(placement::avoid);

        var names = boxes.stream().map(box -> placement.place(box, 160, 30)).toList();

        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            assertThat(name.x).isBetween(0, 840);
            assertThat(name.y).isBetween(0, 570);
            for (int j = 0; j < i; j++) {
                assertThat(overlap(name, names.get(j))).as("%d over %d", i, j).isFalse();
            }
        }
    }

    @Test
    void isPlacedAboveItsBox_ifThereIsSpace() {
        var placement = new TextPlacement(1000, 600, 4);

        assertThat(placement.place(new Rect(300, 200, 100, 100), 80, 30)).isEqualTo(new Rect(298, 170, 80, 30));
    }

    @Test
    void writesQuestionMarks_withoutFonts() {
        assertThat(StrokeTextRenderer.plain("Jörg 王 ok")).isEqualTo("J?rg ? ok");
        var plate = new StrokeTextRenderer().render("Jörg and many more", Label.Colour.GREY, 20, 90);
        assertThat(plate).isPresent();
        assertThat(plate.orElseThrow().width()).isLessThanOrEqualTo(90);
    }

    @Test
    void truncates_namesThatAreTooLong() {
        var plate = new FontTextRenderer()
                .render("Hubert Blaine Wolfeschlegelsteinhausenbergerdorff", Label.Colour.RED, 30, 120);

        assertThat(plate.orElseThrow().width()).isLessThanOrEqualTo(120);
    }

    private static boolean overlap(Rect a, Rect b) {
        return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    }

    private static Picture grey(int width, int height) {
        NativeOpenCv.load();
        return Picture.of(new Mat(height, width, CvType.CV_8UC3, Scalar.all(128)));
    }
}
