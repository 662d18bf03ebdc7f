package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.catalog.ModelFamily;
import io.faceline.contracts.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs written by hand for an input of 16 × 16 pixels: four cells of a stride of 8. */
class DetectionDecoderTest {
    private static final int CELL = 3; // the cell in column 1, row 1: its corner is at (8, 8)

    @Test
    void scrfd_measuresFromTheCellsCornerInStrides() {
        var decoder = new ScrfdDecoder(TestFacts.detector(ModelFamily.SCRFD, 16, 16, 2));
        var anchor = CELL * 2 + 1;
        var scores = new float[8];
        scores[anchor] = 0.9f;
        scores[0] = 0.49f;
        var boxes = new float[8 * 4];
        put(boxes, anchor * 4, 0.5f, 0.25f, 1, 0.75f);
        var points = new float[8 * 10];
        put(points, anchor * 10, -0.25f, 0, 0.25f, 0, 0, 0.125f, -0.25f, 0.5f, 0.25f, 0.5f);

        var hits = decoder.decode(List.of(scores, boxes, points));

        assertThat(hits).hasSize(1);
        assertBox(hits.get(0), 4, 6, 16, 14);
        assertThat(hits.get(0).points())
                .containsExactly(
                        new Point(6, 8), new Point(10, 8), new Point(8, 9), new Point(6, 12), new Point(10, 12));
    }

    @Test
    void yunet_multipliesItsScoresAndMeasuresFromTheCell() {
        var decoder = new YunetDecoder(TestFacts.detector(ModelFamily.YUNET, 16, 16, 1));
        var scores = new float[4];
        var objectness = new float[4];
        scores[CELL] = 0.64f;
        objectness[CELL] = 1.5f; // clipped to 1
        scores[0] = 0.9f;
        objectness[0] = 0.1f;
        var boxes = new float[4 * 4];
        put(boxes, CELL * 4, 0.5f, 0.25f, 0, (float) Math.log(2));
        var points = new float[4 * 10];
        put(points, CELL * 10, 0, 0, 0.5f, 0, 0.25f, 0.5f, 0, 1, 0.5f, 1);

        var hits = decoder.decode(List.of(scores, objectness, boxes, points));

        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).score()).isCloseTo(0.8, within(1e-6));
        assertBox(hits.get(0), 8, 2, 16, 18);
        assertThat(hits.get(0).points())
                .containsExactly(
                        new Point(8, 8), new Point(12, 8), new Point(10, 12), new Point(8, 16), new Point(12, 16));
    }

    @Test
    void rfb_tellsCornersAsSharesOfTheInput() {
        var decoder = new RfbDecoder(TestFacts.detector(ModelFamily.RFB, 16, 16, 0), 0.65);

        var hits = decoder.decode(
                List.of(new float[] {0.9f, 0.1f, 0.3f, 0.7f}, new float[] {0, 0, 1, 1, 0.25f, 0.5f, 0.75f, 1}));

        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).score()).isCloseTo(0.7, within(1e-6));
        assertBox(hits.get(0), 4, 8, 12, 16);
    }

    private static void put(float[] into, int at, float... values) {
        System.arraycopy(values, 0, into, at, values.length);
    }

    private static void assertBox(RawDetection hit, double left, double top, double right, double bottom) {
        assertThat(new double[] {hit.left(), hit.top(), hit.right(), hit.bottom()})
                .containsExactly(new double[] {left, top, right, bottom}, within(1e-5));
    }
}
