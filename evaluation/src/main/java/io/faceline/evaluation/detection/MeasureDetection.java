package io.faceline.evaluation.detection;

import io.faceline.vision.Vision;
import java.util.function.Consumer;

/** Counts faces found and false faces on the test data, kind by kind. */
public final class MeasureDetection {
    private final DetectionData data;
    private final Vision vision;
    private final double verify;

    /**
     * @param vision closed by the caller
     * @param verify similarity from which two faces are of one person
     */
    public MeasureDetection(DetectionData data, Vision vision, double verify) {
        this.data = data;
        this.vision = vision;
        this.verify = verify;
    }

    /**
     * Measures row by row, those that take longest last.
     *
     * @param rows receives every row as soon as it is measured
     * @param progress receives what was left out, and why
     * @throws io.faceline.evaluation.dataset.EvaluationException when the data is missing or cannot be read
     */
    public void run(Consumer<DetectionRow> rows, Consumer<String> progress) {
        var films = new FilmRows(data, vision.analyzer());
        var photos = new PhotoRows(data, vision.analyzer());
        var faceless = new FacelessRows(data, vision.analyzer());
        films.measureMarked(rows);
        rows.accept(photos.masks());
        films.measureWithoutFaces(rows);
        rows.accept(photos.smallFacesInVideos());
        new TurnedRows(data, vision, verify).measure(rows);
        rows.accept(faceless.pieces());
        rows.accept(photos.noses());
        rows.accept(photos.smallFacesInPhotos());
        if (data.wallpapers().isEmpty()) {
            progress.accept("no wallpapers: install Debian's gnome-backgrounds and plasma-workspace-wallpapers");
        } else {
            rows.accept(faceless.wallpapers());
        }
    }
}
