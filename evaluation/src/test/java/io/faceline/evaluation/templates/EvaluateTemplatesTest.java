package io.faceline.evaluation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.templates.TemplateReport.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvaluateTemplatesTest {
    private static final MatchingFacts MODEL = new MatchingFacts(
            "test@00000000",
            TestEmbeddings.DIMENSION,
            new Thresholds(0.5, 0.4, 0.05, 0.4),
            new Calibration(40, -20, 100));
    private static final int PEOPLE = 12;
    private static final int SPLITS = 10;

    private final Map<String, List<Path>> photos = new TreeMap<>();
    private final Map<Path, EmbeddedPhoto> plain = new HashMap<>();
    private final Map<Path, EmbeddedPhoto> poor = new HashMap<>();

    /** Half of the people have four photos, the others two; a poor photo shows what is common to all. */
    EvaluateTemplatesTest() {
        for (var person = 0; person < PEOPLE; person++) {
            var own = new ArrayList<Path>();
            for (var photo = 0; photo < (person % 2 == 0 ? 4 : 2); photo++) {
                var path = Path.of("p" + person, photo + ".jpg");
                own.add(path);
                plain.put(path, face(person, 0.9));
                poor.put(path, face(person, 0));
            }
            photos.put("p" + person, own);
        }
    }

    @Test
    void run_hasARowForEachNumberOfPhotos_withAndWithoutTheMirroredCrop() {
        var report = run(4);

        assertThat(report.rows()).hasSize(14);
        assertThat(report.rows().stream().filter(Row::isMirrored)).hasSize(7);
        assertThat(report.rows().get(0).having()).isEqualTo(4);
    }

    @Test
    void run_goodPhotos_missNobody_andPoorOnesDo() {
        var report = run(4);

        var good = row(report, 2, false);
        var made = row(report, 2, true);
        assertThat(Objects.requireNonNull(good.template()).fnir()).isZero();
        assertThat(Objects.requireNonNull(made.template()).fnir()).isPositive();
    }

    @Test
    void run_nobodyHasFivePhotos_hasNoRates() {
        var row = row(run(4), 5, false);

        assertThat(row.having()).isZero();
        assertThat(row.template()).isNull();
    }

    @Test
    void run_onePhoto_isOfTwiceAsManyPeople() {
        var report = run(4);

        var one = Objects.requireNonNull(report.onePhoto());
        assertThat(one.people()).isEqualTo(8);
        assertThat(one.fnir()).isZero();
        assertThat(report.confidences().people()).isEqualTo(4);
        assertThat(report.confidences().error()).isBetween(0.0, 0.05);
        assertThat(run(7).onePhoto()).as("14 of 12 people").isNull();
    }

    @Test
    void run_sameSeed_isTheSame() {
        assertThat(run(4)).isEqualTo(run(4));
    }

    @Test
    void new_everybodyEnrolled_isRefused() {
        assertThatThrownBy(() -> evaluate(PEOPLE))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("--gallery-size: 12 of 12 people leave no strangers");
    }

    @Test
    void enrolled_noFaceWasFoundWhenPoor_isThePhotoAsItIs() {
        var photo = photos.get("p0").get(0);
        poor.remove(photo);

        var faces = new TemplateFaces(plain, plain, poor, poor);

        assertThat(faces.enrolled(photo, true, false).orElseThrow().embedding())
                .isEqualTo(plain.get(photo).embedding());
        assertThat(faces.enrolled(Path.of("none"), true, false)).isEmpty();
    }

    private TemplateReport run(int people) {
        return evaluate(people).run(new TemplateFaces(plain, plain, poor, poor));
    }

    private EvaluateTemplates evaluate(int people) {
        return new EvaluateTemplates(MODEL, photos, people, SPLITS, 1, line -> {});
    }

    private static Row row(TemplateReport report, int photos, boolean isPoor) {
        return report.rows().stream()
                .filter(row -> row.photos() == photos && row.isPoor() == isPoor && !row.isMirrored())
                .findFirst()
                .orElseThrow();
    }

    private static EmbeddedPhoto face(int human, double similarity) {
        var face = TestFaces.face(new Quality(0.9, 120, 0.9, 0.5, 0, 0, 0));
        return new EmbeddedPhoto(face, TestEmbeddings.human(human, similarity), 3.7);
    }
}
