package io.faceline.evaluation.detection;

import io.faceline.contracts.face.Point;
import io.faceline.vision.FaceAnalyzer;
import java.util.List;
import java.util.stream.IntStream;

/** Measures images without a face: every box is a false one. */
record FacelessRows(DetectionData data, FaceAnalyzer analyzer) {
    private static final int PIECES_OF_PHOTOS = 100;
    private static final int PIECES_OF_EACH_FILM = 20;
    private static final int PIECES_OF_WALLPAPERS = 60;

    /** As many pieces of each file of a kind as of another. */
    DetectionRow pieces() {
        var tally = new DetectionTally("pieces without a face", analyzer::find);
        var noses = data.noses();
        var ofEach = Math.max(1, Math.round((float) PIECES_OF_PHOTOS / noses.size()));
        noses.forEach((photo, here) -> cut(data.image(photo), here, ofEach, tally));
        for (var film : FilmRows.WITHOUT_FACES) {
            var frames = Films.frames(data.file(film), 1);
            spread(frames, PIECES_OF_EACH_FILM).forEach(frame -> cut(data.image(frame), List.of(), 1, tally));
        }
        spread(data.wallpapers(), PIECES_OF_WALLPAPERS).forEach(file -> cut(data.image(file), List.of(), 1, tally));
        return tally.row();
    }

    private static <T> List<T> spread(List<T> all, int count) {
        return IntStream.range(0, all.isEmpty() ? 0 : count)
                .mapToObj(i -> all.get(i * all.size() / count))
                .toList();
    }

    private static void cut(EditedImage image, List<Point> noses, int count, DetectionTally tally) {
        for (var piece : Pieces.of(image.width(), image.height(), noses, count)) {
            tally.addWithoutFace(image.piece(piece).encoded());
        }
    }

    DetectionRow wallpapers() {
        var tally = new DetectionTally("wallpapers", analyzer::find);
        data.wallpapers().forEach(file -> tally.addWithoutFace(DetectionData.bytes(file)));
        return tally.row();
    }
}
