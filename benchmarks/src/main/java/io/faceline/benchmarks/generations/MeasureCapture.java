package io.faceline.benchmarks.generations;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.vision.Vision;
import io.faceline.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures which frames of sittings make valid references, and which of them auto-capture keeps. */
public final class MeasureCapture {
    private static final String PERSON = "person";

    private final Vision vision;
    private final EmbedPhotos embed;
    private final MatchingFacts model;
    private final Decisions decisions;
    private final AutoCapture rules;

    /**
     * @param vision closed by the caller
     * @param rules closed by the caller
     */
    public MeasureCapture(Vision vision, MatchingFacts model, AutoCapture rules) {
        this.vision = vision;
        this.embed = new EmbedPhotos(vision, line -> {});
        this.model = model;
        this.decisions = new Decisions(model);
        this.rules = rules;
    }

    public CaptureResult run(List<Sitting> sittings) throws IOException, ImageException {
        var sum = CaptureResult.NONE;
        for (var sitting : sittings) {
            sum = sum.plus(run(sitting));
        }
        return sum;
    }

    private CaptureResult run(Sitting sitting) throws IOException, ImageException {
        var found = new ArrayList<Faces<DetectedFace>>();
        for (var frame : sitting.frames()) {
            found.add(vision.analyzer().find(frame));
        }
        var kept = rules.kept(found, sitting.framesPerSecond());
        var frames = embed(sitting.frames(), "frame");
        var others = embed(sitting.others(), "other");
        var accepted = 0;
        var valid = 0;
        var keptValid = 0;
        for (var i = 0; i < found.size(); i++) {
            var isAccepted = isAccepted(found.get(i));
            var isValid = isAccepted && namesMost(frames, name("frame", i), others);
            accepted += isAccepted ? 1 : 0;
            valid += isValid ? 1 : 0;
            keptValid += isValid && kept.contains(i) ? 1 : 0;
        }
        System.err.printf("%s: %d frames, %d valid; kept %s%n", sitting.name(), found.size(), valid, kept);
        return new CaptureResult(1, found.size(), accepted, valid, kept.size(), keptValid, kept.isEmpty() ? 1 : 0);
    }

    private EmbeddedPhotos embed(List<Blob> images, String kind) {
        var byName = new HashMap<Path, Blob>();
        for (var i = 0; i < images.size(); i++) {
            byName.put(name(kind, i), images.get(i));
        }
        return embed.asProbes(byName.keySet(), byName::get, kind);
    }

    private static Path name(String kind, int index) {
        return Path.of(kind + " " + index);
    }

    /** As the enrollment gate of the matcher decides without insistence. */
    private static boolean isAccepted(Faces<DetectedFace> faces) {
        var subjects = PortraitRules.DEFAULT.subjects(faces.faces(), DetectedFace::face);
        return subjects.size() == 1
                && PortraitRules.DEFAULT
                        .limits()
                        .missedBy(subjects.get(0).face())
                        .isEmpty();
    }

    private boolean namesMost(EmbeddedPhotos frames, Path frame, EmbeddedPhotos others) {
        var photos = List.copyOf(others.byPath().keySet());
        var set = new OpenSet(Map.of(PERSON, List.of(frame)), Map.of(PERSON, photos), List.of());
        var searches = new RunSearches(frames, others, model).run(set);
        var named = AnsweredSearch.of(searches, decisions, model.thresholds()).stream()
                .filter(AnsweredSearch::isMatch)
                .count();
        return 2 * named > photos.size();
    }
}
