package io.faceline.evaluation.detection;

import io.faceline.vision.Vision;
import java.util.Set;
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

    /** A group of rows that can be measured alone. */
    public enum Group {
        FILMS,
        MASKS,
        FACELESS_FILMS,
        SMALL,
        TURNED,
        PIECES,
        NOSES,
        WALLPAPERS
    }

    /**
     * Measures row by row, those that take longest last.
     *
     * @param groups what is measured
     * @param rows receives every row as soon as it is measured
     * @param progress receives what was left out, and why
     * @throws io.faceline.evaluation.dataset.EvaluationException when the data is missing or cannot be read
     */
    public void run(Set<Group> groups, Consumer<DetectionRow> rows, Consumer<String> progress) {
        for (var group : Group.values()) {
            if (groups.contains(group)) {
                measure(group, rows, progress);
            }
        }
    }

    private void measure(Group group, Consumer<DetectionRow> rows, Consumer<String> progress) {
        var films = new FilmRows(data, vision.analyzer());
        var photos = new PhotoRows(data, vision.analyzer());
        var faceless = new FacelessRows(data, vision.analyzer());
        switch (group) {
            case FILMS -> films.measureMarked(rows);
            case MASKS -> rows.accept(photos.masks());
            case FACELESS_FILMS -> films.measureWithoutFaces(rows);
            case SMALL -> {
                rows.accept(photos.smallFacesInVideos());
                rows.accept(photos.smallFacesInPhotos());
            }
            case TURNED -> new TurnedRows(data, vision, verify).measure(rows);
            case PIECES -> rows.accept(faceless.pieces());
            case NOSES -> rows.accept(photos.noses());
            case WALLPAPERS -> measureWallpapers(faceless, rows, progress);
        }
    }

    private void measureWallpapers(FacelessRows faceless, Consumer<DetectionRow> rows, Consumer<String> progress) {
        if (data.wallpapers().isEmpty()) {
            progress.accept("no wallpapers: install Debian's gnome-backgrounds and plasma-workspace-wallpapers");
        } else {
            rows.accept(faceless.wallpapers());
        }
    }
}
