package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.tracking.BestShot;
import io.faceline.tracking.UncertainSighting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A question to a human: is this the person? The face from the video beside those of the gallery, aligned alike. */
public final class UncertainCard {
    private static final int MAX_PHOTOS = 4;

    private final UncertainSighting sighting;
    private final VideoPageContext look;
    private final Optional<DecisionBasis> basis;

    UncertainCard(UncertainSighting sighting, VideoPageContext look, Optional<DecisionBasis> basis) {
        this.sighting = sighting;
        this.look = look;
        this.basis = basis;
    }

    public String name() {
        return look.name(sighting.person());
    }

    public BestShot shot() {
        return sighting.appearance().bestShot();
    }

    public String when() {
        return look.spanAndFrames(sighting.appearance());
    }

    public List<Blob> photos() {
        return look.photos(sighting.person()).stream().limit(MAX_PHOTOS).toList();
    }

    public String similarity() {
        var needed = basis.map(known -> switch (sighting.cause()) {
                    case UNSURE_FRAMES -> known.thresholds().match();
                    case LIKE_SOMEBODY_NAMED -> known.thresholds().verify();
                })
                .map(threshold -> switch (sighting.cause()) {
                    case UNSURE_FRAMES -> "; a name needs " + look.similarity(threshold);
                    case LIKE_SOMEBODY_NAMED -> "; the same person has " + look.similarity(threshold) + " or more";
                });
        var to =
                switch (sighting.cause()) {
                    case UNSURE_FRAMES -> "Similarity to the gallery at best ";
                    case LIKE_SOMEBODY_NAMED -> "Similarity to the person elsewhere in this video ";
                };
        return to + look.similarity(sighting.similarity()) + needed.orElse("") + ".";
    }

    public List<String> reasons() {
        var shot = shot();
        return Stream.concat(
                        Stream.of(ReasonWords.of(sighting.cause())),
                        shot.reasons().stream().map(reason -> ReasonWords.of(reason, shot.quality())))
                .toList();
    }
}
