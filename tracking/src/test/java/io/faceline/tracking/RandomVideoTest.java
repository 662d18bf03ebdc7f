package io.faceline.tracking;

import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.track.TrackedFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random videos: scenes with hard cuts and one to three of five walking people, every third face of poor quality, one
 * of the people known.
 */
class RandomVideoTest {
    private static final int PEOPLE = 5;
    private static final int KNOWN = 0;

    private final Map<Long, List<Integer>> truth = new HashMap<>();
    private final List<TrackedFrame> out = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyFrameOnceAndNoStrangerNamed_anyVideo(int seed) {
        var random = new Random(seed);
        var frames = video(random);

        track(frames);

        assertThat(out.stream().map(frame -> frame.facts().sequence()))
                .containsExactlyElementsOf(
                        LongStream.range(0, frames.size()).boxed().toList());
        assertThat(namesOf(false)).doesNotContain(TrackDecision.match(LIN));
        var correct =
                namesOf(true).stream().filter(TrackDecision.match(LIN)::equals).count();
        assertThat(correct).isGreaterThanOrEqualTo(namesOf(true).size() * 8 / 10);
    }

    private List<AnsweredFrame> video(Random random) {
        var video = new TestVideo(random.nextLong());
        var people = IntStream.range(0, PEOPLE).mapToObj(n -> video.somebody()).toList();
        var frames = new ArrayList<AnsweredFrame>();
        for (var scene = 0; scene < 8; scene++) {
            var visible = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
            Collections.shuffle(visible, random);
            addScene(video, people, visible.subList(0, 1 + random.nextInt(3)), frames, random);
        }
        return frames;
    }

    private void addScene(
            TestVideo video, List<Embedding> people, List<Integer> visible, List<AnsweredFrame> frames, Random random) {
        var x = visible.stream()
                .mapToDouble(n -> 0.2 + 0.6 * random.nextDouble())
                .toArray();
        var speed = visible.stream()
                .mapToDouble(n -> 0.1 * random.nextGaussian() / 2)
                .toArray();
        var length = 5 + random.nextInt(20);
        for (var n = 0; n < length; n++) {
            var faces = new ArrayList<TestFace>();
            for (var index = 0; index < visible.size(); index++) {
                x[index] = Math.max(0, Math.min(0.89, x[index] + speed[index]));
                faces.add(face(video, people, visible.get(index), x[index], random));
            }
            var sequence = (long) frames.size();
            truth.put(sequence, visible);
            frames.add(TestVideo.frame(sequence, 0.2 * sequence, faces.toArray(TestFace[]::new)));
        }
    }

    private static TestFace face(TestVideo video, List<Embedding> people, int person, double x, Random random) {
        if (random.nextInt(3) == 0) {
            return TestFace.at(x, 0.4, video.again(people.get(person), 0.35)).poor();
        }
        var face = TestFace.at(x, 0.4, video.again(people.get(person), 0.8));
        return person == KNOWN ? face.match(LIN, 0.6, 0.9) : face;
    }

    private void track(List<AnsweredFrame> frames) {
        var tracking = new TestTracking();
        frames.forEach(frame -> out.add(tracking.accept(frame)));
    }

    private List<TrackDecision> namesOf(boolean isKnown) {
        var names = new ArrayList<TrackDecision>();
        for (var frame : out) {
            var visible = truth.get(frame.facts().sequence());
            for (var n = 0; n < visible.size(); n++) {
                if ((visible.get(n) == KNOWN) == isKnown) {
                    names.add(TrackedVideo.decision(frame.faces().get(n).track()));
                }
            }
        }
        return names;
    }
}
