package io.faceline.evaluation.detection;

import io.faceline.vision.FaceAnalyzer;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Measures the frames of films: those whose faces are marked, and those without a face. */
record FilmRows(DetectionData data, FaceAnalyzer analyzer) {
    static final List<String> WITHOUT_FACES = List.of("films/bottle-detection.mp4", "films/car-detection.mp4");

    private static final double FRAMES_PER_SECOND = 3;

    /** The clips of one collection are one row. */
    private static final String CLIPS = "films/signing";

    /** Minimum IoU with a mark. */
    private static final double MIN_IOU = 0.3;

    void measureMarked(Consumer<DetectionRow> rows) {
        var marks = FilmMarks.load();
        var tallies = new TreeMap<String, DetectionTally>();
        for (var film : marks.films()) {
            var name = film.startsWith(CLIPS) ? CLIPS : film;
            add(film, marks, tallies.computeIfAbsent(name, key -> new DetectionTally(key, analyzer::findInVideo)));
        }
        tallies.values().forEach(tally -> rows.accept(tally.row()));
    }

    private void add(String film, FilmMarks marks, DetectionTally tally) {
        var frames = Films.frames(data.file(film), marks.framesPerSecond(film));
        for (var i = 0; i < frames.size(); i++) {
            var here = marks.of(film, i);
            tally.add(frames.get(i), boxes(here, true), boxes(here, false));
        }
    }

    private static List<Predicate<FoundFaces.Box>> boxes(List<FilmMarks.Mark> marks, boolean isClear) {
        return marks.stream()
                .filter(mark -> mark.isClear() == isClear)
                .<Predicate<FoundFaces.Box>>map(mark -> box -> box.iou(mark.box()) >= MIN_IOU)
                .toList();
    }

    void measureWithoutFaces(Consumer<DetectionRow> rows) {
        for (var film : WITHOUT_FACES) {
            var tally = new DetectionTally(film, analyzer::findInVideo);
            Films.frames(data.file(film), FRAMES_PER_SECOND).forEach(tally::addWithoutFace);
            rows.accept(tally.row());
        }
    }
}
