package io.faceline.evaluation.detection;

import io.faceline.vision.Vision;
import java.util.ArrayList;
import java.util.List;
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
     * @param progress receives what was left out, and why
     * @throws io.faceline.evaluation.dataset.EvaluationException when the data is missing or cannot be read
     */
    public List<DetectionRow> run(Consumer<String> progress) {
        var films = new FilmRows(data, vision.analyzer());
        var photos = new PhotoRows(data, vision.analyzer());
        var faceless = new FacelessRows(data, vision.analyzer());
        var rows = new ArrayList<DetectionRow>();
        rows.addAll(films.marked());
        rows.add(photos.noses());
        rows.add(photos.masks());
        rows.add(photos.smallFacesInVideos());
        rows.add(photos.smallFacesInPhotos());
        rows.addAll(films.withoutFaces());
        rows.add(faceless.pieces());
        if (data.wallpapers().isEmpty()) {
            progress.accept("no wallpapers: install Debian's gnome-backgrounds and plasma-workspace-wallpapers");
        } else {
            rows.add(faceless.wallpapers());
        }
        rows.addAll(new TurnedRows(data, vision, verify).rows());
        return rows;
    }
}
