package io.faceline.vision.camera.motion;

import static io.faceline.vision.camera.motion.PaintedPicture.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Each row of what cameras do with motion, at five pictures a second. */
class CellMotionGateTest {
    private static final int PER_SECOND = 5;
    private static final BoundingBox CORNER = new BoundingBox(0.9, 0.05, 0.05, 0.1);
    private static final BoundingBox FAR_FROM_THE_CLOCK = new BoundingBox(0.1, 0.5, 0.05, 0.1);

    private final MotionGate gate = new CellMotionGate(Duration.ofSeconds(60));
    /** Negative, as the clock of a JVM may be. */
    private long nanos = -TimeUnit.SECONDS.toNanos(30);

    @Test
    void nothingPasses_stillSceneWithTheNoiseOfACamera() {
        var random = new Random(1);
        show(2, i -> room(120).noise(random, 0.7));

        assertThat(show(600, i -> room(120).noise(random, 0.7))).isZero();
    }

    @Test
    void somebodyWhoWalksPasses_everyPicture() {
        still(60);

        assertThat(show(10, i -> room(120).rectangle(i, 12, 5, 20, 60))).isEqualTo(50);
    }

    @Test
    void headOfFortyPixelsPasses_nothingElseMoves() {
        still(60);

        assertThat(show(4, i -> room(120).rectangle(30 + i / 2, 12, 4, 4, 90))).isEqualTo(20);
    }

    @Test
    void darkPersonInTheDarkPasses_everyPicture() {
        var random = new Random(2);
        show(120, i -> room(20).noise(random, 0.4));

        assertThat(show(10, i -> room(20).noise(random, 0.4).rectangle(i, 10, 6, 22, 9)))
                .isGreaterThan(47);
    }

    @Test
    void clockOpensNothing_afterItsTime() {
        assertThat(show(30, this::clock)).isGreaterThan(140);
        show(60, this::clock);

        assertThat(show(120, this::clock)).isZero();
        assertThat(gate.ignoredCells()).isBetween(8, 12);
    }

    @Test
    void clockOpensNothing_facesElsewhereMeanwhile() {
        for (var second = 0; second < 90; second++) {
            var now = second;
            gate.facesInView(List.of(FAR_FROM_THE_CLOCK), nanos);
            show(1, i -> clock(now));
        }

        show(3, this::clock);
        assertThat(show(60, this::clock)).isZero();
    }

    @Test
    void cellsOfAClockCountAgain_faceNearThem() {
        show(90, this::clock);

        gate.facesInView(List.of(CORNER), nanos);
        show(3, this::clock);

        assertThat(gate.ignoredCells()).isZero();
        assertThat(show(10, this::clock)).isGreaterThan(40);
    }

    @Test
    void somebodyBeforeTheClockPasses_clockIgnored() {
        show(90, this::clock);

        assertThat(show(4, i -> clock(i).rectangle(62 - i, 0, 8, 30, 70))).isEqualTo(20);
    }

    @Test
    void ignoredCellsCountAgain_quietForAsLong() {
        show(90, this::clock);

        still(70);

        assertThat(gate.ignoredCells()).isZero();
    }

    @Test
    void rainOpensLittle_onceItIsKnown() {
        var random = new Random(3);
        show(20, i -> room(120).noise(random, 0.5));
        show(60, i -> room(120).noise(random, 2));

        assertThat(show(120, i -> room(120).noise(random, 2))).isLessThan(30);
        assertThat(show(4, i -> room(120).noise(random, 2).rectangle(10 + i, 12, 5, 20, 60)))
                .isEqualTo(20);
    }

    @Test
    void infraredPasses_andSomebodyAfterIt() {
        still(60);

        assertThat(show(5, i -> room(40))).isEqualTo(25);
        show(10, i -> room(40));
        assertThat(show(20, i -> room(40))).isZero();
        assertThat(show(5, i -> room(40).rectangle(i, 12, 6, 20, 90))).isEqualTo(25);
    }

    @Test
    void lampThatFlickersForEverPasses_everyPicture() {
        still(10);

        assertThat(show(300, i -> room(i % 2 == 0 ? 40 : 120))).isEqualTo(1500);
    }

    @Test
    void somebodyWhoFillsThePicturePasses_everyPicture() {
        still(30);

        assertThat(show(10, i -> room(120).rectangle(2 + i % 4, 0, 60, 36, 60 + i % 3)))
                .isEqualTo(50);
    }

    @Test
    void stillPersonPasses_untilTwoSecondsAfterTheLastFace() {
        still(60);
        IntFunction<PaintedPicture> standing = i -> room(120).rectangle(30, 12, 5, 20, 60);
        show(20, standing);

        for (var second = 0; second < 120; second++) {
            gate.facesInView(List.of(new BoundingBox(0.47, 0.3, 0.1, 0.1)), nanos);
            assertThat(show(1, standing)).isEqualTo(PER_SECOND);
        }

        show(1, standing);
        assertThat(show(1, standing)).isLessThan(2);
        assertThat(show(60, standing)).isZero();
    }

    @Test
    void noFaceOpensNothing_answersWithoutFaces() {
        still(60);

        gate.facesInView(List.of(), nanos);

        assertThat(still(1)).isZero();
    }

    @Test
    void parkedCarOpensNothing_onceItStands() {
        still(60);
        show(5, i -> room(120).rectangle(i, 20, 20, 10, 200));

        show(6, i -> room(120).rectangle(24, 20, 20, 10, 200));

        assertThat(show(60, i -> room(120).rectangle(24, 20, 20, 10, 200))).isZero();
    }

    @Test
    void dawnOpensNothing_twoStepsASecond() {
        show(10, i -> room(100));

        assertThat(show(60, i -> room(100).brighter(2 * i))).isZero();
    }

    @Test
    void otherSizePasses_andStartsAnew() {
        show(90, this::clock);
        var small = new LumaGrid(2, 2, Blob.wrap(new byte[4]));

        assertThat(gate.passes(small, nanos)).isTrue();

        assertThat(gate.ignoredCells()).isZero();
        gate.facesInView(List.of(new BoundingBox(0, 0, 1, 1)), nanos);
        assertThat(gate.passes(small, nanos)).isTrue();
    }

    @Test
    void firstPicturePasses_facesToldBefore() {
        gate.facesInView(List.of(CORNER), nanos);

        assertThat(gate.passes(room(120).grid(), nanos)).isTrue();
    }

    private PaintedPicture clock(int second) {
        return room(120).clock(second);
    }

    private long still(int seconds) {
        return show(seconds, i -> room(120));
    }

    /**
     * Shows a picture, which is the same for a second.
     *
     * @param pictures by the number of the second, from 0
     * @return how many passed
     */
    private long show(int seconds, IntFunction<PaintedPicture> pictures) {
        var passed = 0;
        for (var i = 0; i < seconds * PER_SECOND; i++) {
            nanos += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            passed += gate.passes(pictures.apply(i / PER_SECOND).grid(), nanos) ? 1 : 0;
        }
        return passed;
    }
}
