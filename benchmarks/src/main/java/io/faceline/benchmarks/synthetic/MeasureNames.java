package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.video.VideoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Creates synthetic videos from photos, sends them through the pipeline and compares the answers with the ground truth.
 *
 * @param gallery number of enrolled people
 * @param filmsEach number of videos of every kind
 * @param framesPerSecond processed frames per second of video
 * @param seed random seed of people and backgrounds
 */
record MeasureNames(Path photos, int gallery, int filmsEach, double framesPerSecond, long seed) {
    private static final int SUBJECTS_PER_VIDEO = 2;

    /** Compensates for photos refused at enrollment, mostly because of several faces. */
    private static final double SPARE = 1.3;

    Map<FilmKind, FilmScore> run(Pipeline pipeline, List<FilmKind> kinds)
            throws IOException, VideoException, InterruptedException {
        var random = new Random(seed);
        var session = SessionId.ofSecret(UUID.randomUUID().toString());
        var subjects = SUBJECTS_PER_VIDEO * filmsEach * kinds.size();
        var known = (int) (SPARE * subjects);
        var assignment =
                new SubjectPool(photos, known, subjects, Math.max(known, gallery), random).enroll(pipeline, session);
        var scores = new EnumMap<FilmKind, FilmScore>(FilmKind.class);
        var folder = Files.createTempDirectory("faceline-films");
        try (var decoder = pipeline.openDecoder()) {
            var watch = new WatchFilm(pipeline, new VideoSender(decoder, framesPerSecond));
            for (var kind : kinds) {
                for (var i = 0; i < filmsEach; i++) {
                    var scene = kind.scene(assignment, random);
                    var video = VideoWriter.write(folder.resolve("film.mp4"), Scene.SECONDS, scene::picture);
                    scores.merge(kind, FilmScore.of(scene, watch.watch(video, session)), FilmScore::plus);
                    Files.delete(video);
                }
            }
        } finally {
            Files.delete(folder);
        }
        return scores;
    }
}
