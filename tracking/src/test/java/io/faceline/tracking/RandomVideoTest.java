package io.faceline.tracking;

import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Embedding;
import java.time.Duration;
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
 * Videos by chance: scenes that are cut hard, one to three of five people in each, walking, every third face poor, one of
 * the people known. Records arrive in any order.
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

        track(frames, random);

        assertThat(out.stream().map(frame -> frame.frame().facts().sequence()))
                .containsExactlyElementsOf(
                        LongStream.range(0, frames.size()).boxed().toList());
        assertThat(namesOf(false)).doesNotContain(TrackDecision.match(LIN));
        var right =
                namesOf(true).stream().filter(TrackDecision.match(LIN)::equals).count();
        assertThat(right).isGreaterThanOrEqualTo(namesOf(true).size() * 8 / 10);
    }

    private List<AnsweredFrame> video(Random random) {
        var video = new TestVideo(random.nextLong());
        var people = IntStream.range(0, PEOPLE).mapToObj(n -> video.somebody()).toList();
        var frames = new ArrayList<AnsweredFrame>();
        for (var scene = 0; scene < 8; scene++) {
            var cast = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
            Collections.shuffle(cast, random);
            shoot(video, people, cast.subList(0, 1 + random.nextInt(3)), frames, random);
        }
        return frames;
    }

    private void shoot(
            TestVideo video, List<Embedding> people, List<Integer> cast, List<AnsweredFrame> frames, Random random) {
        var x = cast.stream().mapToDouble(n -> 0.2 + 0.6 * random.nextDouble()).toArray();
        var speed =
                cast.stream().mapToDouble(n -> 0.1 * random.nextGaussian() / 2).toArray();
        var length = 5 + random.nextInt(20);
        for (var n = 0; n < length; n++) {
            var faces = new ArrayList<TestFace>();
            for (var who = 0; who < cast.size(); who++) {
                x[who] = Math.max(0, Math.min(0.89, x[who] + speed[who]));
                faces.add(face(video, people, cast.get(who), x[who], random));
            }
            var sequence = (long) frames.size();
            truth.put(sequence, cast);
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

    private void track(List<AnsweredFrame> frames, Random random) {
        var ordered = new FrameReorderBuffer(Duration.ofSeconds(5), () -> 0);
        var tracking = new VideoTracking();
        var arrivals = new ArrayList<Runnable>();
        for (var frame : frames) {
            arrivals.add(() -> ordered.answered(frame.match()));
            arrivals.add(() -> ordered.embedded(frame.embeddings().orElseThrow()));
        }
        Collections.shuffle(arrivals, random);
        for (var arrival : arrivals) {
            arrival.run();
            for (var next = ordered.poll(); next.isPresent(); next = ordered.poll()) {
                out.add(tracking.accept(next.get()));
            }
        }
    }

    private List<TrackDecision> namesOf(boolean isKnown) {
        var names = new ArrayList<TrackDecision>();
        for (var frame : out) {
            var cast = truth.get(frame.frame().facts().sequence());
            for (var n = 0; n < cast.size(); n++) {
                if ((cast.get(n) == KNOWN) == isKnown) {
                    names.add(frame.faces().get(n).track());
                }
            }
        }
        return names;
    }
}
