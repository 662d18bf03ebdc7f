package io.faceline.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.QualityLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page keeps of a camera, by the rules it is told, against what the matcher enrolls by them. */
class PageCaptureTest {
    private static final PortraitRules STRICT =
            new PortraitRules(new QualityLimits(200, 0.4, 0.3, 35, 30, 0.8), 0.1, 0.5);
    private static final PortraitRules LAX = new PortraitRules(new QualityLimits(10, 0, 0, 90, 90, 0.3), 0.6, 0.9);

    @TempDir
    Path folder;

    @Test
    void whatThePageKeeps_theServerTakes() throws Exception {
        var photos = IntStream.range(0, 2000).mapToObj(PageCaptureTest::photo).toList();

        var judged = judge(STRICT, photos);

        assertThat(judged.findValues("problem")).anyMatch(JsonNode::isNull);
        for (var i = 0; i < photos.size(); i++) {
            if (judged.get(i).path("problem").isNull()) {
                var subjects = STRICT.subjects(photos.get(i), Function.identity());
                assertThat(subjects).hasSize(1);
                assertThat(subjects.get(0).index())
                        .isEqualTo(judged.get(i).at("/face/index").asInt());
                assertThat(STRICT.limits().missedBy(subjects.get(0))).isEmpty();
            }
        }
    }

    @Test
    void thePageAsksForLess_serverDoes() throws Exception {
        var small = List.of(face(0, 0.4, 0.8, new Quality(0.5, 70, 0.1, 0.05, 0, 0, 0)));

        assertThat(judge(LAX, List.of(small)).at("/0/problem").isNull()).isTrue();
    }

    private JsonNode judge(PortraitRules portrait, List<List<Face>> photos) throws Exception {
        return new PageScript(folder, "people/capture-rules")
                .run("judge.mjs", Map.of("portrait", portrait, "photos", photos));
    }

    private static List<Face> photo(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(index -> face(
                        index,
                        0.05 + random.nextDouble() * 0.4,
                        0.3 + random.nextDouble() * 0.7,
                        new Quality(
                                0.5,
                                random.nextDouble() * 800,
                                random.nextDouble(),
                                random.nextDouble(),
                                random.nextGaussian() * 20,
                                random.nextGaussian() * 20,
                                0)))
                .toList();
    }

    private static Face face(int index, double side, double confidence, Quality quality) {
        var point = new Point(0.5, 0.5);
        var landmarks = new Landmarks(point, point, point, point, point);
        return new Face(index, new BoundingBox(0.3, 0.3, side, side), landmarks, confidence, quality);
    }
}
