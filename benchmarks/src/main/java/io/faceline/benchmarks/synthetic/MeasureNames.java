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
 * Makes films of people whose photos lie in a folder, sends them through the pipeline and holds the answers against what
 * the films show.
 *
 * @param gallery how many people are enrolled
 * @param filmsEach how many films of every kind
 * @param framesPerSecond of the films that are looked at
 * @param seed who plays what, and before which wall
 */
record MeasureNames(Path photos, int gallery, int filmsEach, double framesPerSecond, long seed) {
    private static final int PARTS = 2;

    /** Some photos are refused at enrollment: several faces, mostly. */
    private static final double SPARE = 1.3;

    Map<FilmKind, FilmScore> run(Pipeline pipeline, List<FilmKind> kinds)
            throws IOException, VideoException, InterruptedException {
        var random = new Random(seed);
        var session = SessionId.ofSecret(UUID.randomUUID().toString());
        var parts = PARTS * filmsEach * kinds.size();
        var known = (int) (SPARE * parts);
        var casting = new SubjectPool(photos, known, parts, Math.max(known, gallery), random).enroll(pipeline, session);
        var scores = new EnumMap<FilmKind, FilmScore>(FilmKind.class);
        var folder = Files.createTempDirectory("faceline-films");
        try (var decoder = pipeline.openDecoder()) {
            var watch = new WatchFilm(pipeline, new VideoSender(decoder, framesPerSecond));
            for (var kind : kinds) {
                for (var i = 0; i < filmsEach; i++) {
                    var scene = kind.scene(casting, random);
                    var film = VideoWriter.write(folder.resolve("film.mp4"), Scene.SECONDS, scene::picture);
                    scores.merge(kind, FilmScore.of(scene, watch.watch(film, session)), FilmScore::plus);
                    Files.delete(film);
                }
            }
        } finally {
            Files.delete(folder);
        }
        return scores;
    }
}
