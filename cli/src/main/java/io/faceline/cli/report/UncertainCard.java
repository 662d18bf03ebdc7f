package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.tracking.summary.SeenShot;
import io.faceline.tracking.summary.UncertainSighting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An uncertain match for the user to decide: the face from the video beside the aligned photos of the person. */
public final class UncertainCard {
    private static final int MAX_PHOTOS = 4;

    private final UncertainSighting sighting;
    private final VideoPageContext context;
    private final Optional<DecisionBasis> basis;

    UncertainCard(UncertainSighting sighting, VideoPageContext context, Optional<DecisionBasis> basis) {
        this.sighting = sighting;
        this.context = context;
        this.basis = basis;
    }

    public String name() {
        return context.name(sighting.person());
    }

    public SeenShot shot() {
        return sighting.appearance().bestShot();
    }

    public String when() {
        return context.spanAndFrames(sighting.appearance());
    }

    public List<Blob> photos() {
        return context.photos(sighting.person()).stream().limit(MAX_PHOTOS).toList();
    }

    public String similarity() {
        var required = basis.map(known -> switch (sighting.cause()) {
                    case UNSURE_FRAMES -> known.thresholds().match();
                    case LIKE_SOMEBODY_NAMED -> known.thresholds().verify();
                })
                .map(threshold -> switch (sighting.cause()) {
                    case UNSURE_FRAMES -> "; a name needs " + context.similarity(threshold);
                    case LIKE_SOMEBODY_NAMED -> "; the same person needs " + context.similarity(threshold);
                });
        var to =
                switch (sighting.cause()) {
                    case UNSURE_FRAMES -> "Similarity to the gallery at best ";
                    case LIKE_SOMEBODY_NAMED -> "Similarity to the named person in this video ";
                };
        return to + context.similarity(sighting.similarity()) + required.orElse("") + ".";
    }

    public List<String> reasons() {
        var shot = shot();
        return Stream.concat(
                        Stream.of(ReasonWords.of(sighting.cause())),
                        shot.reasons().stream().map(reason -> ReasonWords.of(reason, shot.quality())))
                .toList();
    }
}
