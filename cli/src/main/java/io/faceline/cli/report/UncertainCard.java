package io.faceline.cli.report;

import io.faceline.tracking.UncertainSighting;
import java.util.Optional;
import java.util.stream.Stream;

/** A question to a human: is this the person? The face from the video beside those of the gallery, aligned alike. */
final class UncertainCard {
    private static final int MAX_PHOTOS = 4;

    private final VideoPageContext look;
    private final FaceImages images;
    private final Optional<DecisionBasis> basis;

    UncertainCard(VideoPageContext look, FaceImages images, Optional<DecisionBasis> basis) {
        this.look = look;
        this.images = images;
        this.basis = basis;
    }

    Html of(UncertainSighting sighting) {
        var name = look.name(sighting.person());
        var appearance = sighting.appearance();
        return Tag.of(
                "article.card.uncertain",
                context(sighting),
                Tag.of(
                        "div.words",
                        Tag.of(
                                "h4",
                                Html.text("Is this "),
                                Tag.of("bdi", name),
                                Html.text("?"),
                                DecisionStyle.UNCERTAIN.tag()),
                        Tag.of("p", look.span(appearance) + ", " + Plurals.of(appearance.frames(), "frame")),
                        Tag.of("div.pair", fromVideo(sighting), fromGallery(sighting, name)),
                        Tag.of("p", similarity(sighting)),
                        Tag.of("ul.reasons", reasons(sighting)),
                        Tag.of("p.verdict", "☐ the same person   ☐ somebody else   ☐ cannot be told")));
    }

    private Html context(UncertainSighting sighting) {
        var shot = sighting.appearance().bestShot();
        var time = look.time(shot.position());
        return Tag.of(
                "figure",
                images.shot(shot, "The face in question with its surroundings, at " + time),
                Tag.of("figcaption", "in the video, at " + time));
    }

    private static Html fromVideo(UncertainSighting sighting) {
        var crop = sighting.appearance().bestShot().cropJpeg();
        return Tag.of(
                "figure.half",
                Tag.of("div.faces", FaceImages.crop(crop, "The face in question, from the video")),
                Tag.of("figcaption", "from the video"));
    }

    private Html fromGallery(UncertainSighting sighting, String name) {
        var photos = look.photos(sighting.person()).stream()
                .limit(MAX_PHOTOS)
                .map(photo -> FaceImages.crop(photo, look.isolated(name) + ", from the gallery"))
                .toList();
        return Tag.of(
                "figure.half",
                Tag.of("div.faces", photos.isEmpty() ? Html.text("no photo is kept") : Html.all(photos)),
                Tag.of("figcaption", Tag.of("bdi", name), Html.text(" in the gallery")));
    }

    private String similarity(UncertainSighting sighting) {
        var needed = basis.map(known -> switch (sighting.cause()) {
                    case UNSURE_FRAMES -> known.thresholds().match();
                    case LIKE_SOMEBODY_NAMED -> known.thresholds().verify();
                })
                .map(threshold -> switch (sighting.cause()) {
                    case UNSURE_FRAMES -> "; a name needs " + PersonCards.number(threshold);
                    case LIKE_SOMEBODY_NAMED -> "; the same person has " + PersonCards.number(threshold) + " or more";
                });
        var to =
                switch (sighting.cause()) {
                    case UNSURE_FRAMES -> "Similarity to the gallery at best ";
                    case LIKE_SOMEBODY_NAMED -> "Similarity to the person elsewhere in this video ";
                };
        return to + PersonCards.number(sighting.similarity()) + needed.orElse("") + ".";
    }

    private static Html reasons(UncertainSighting sighting) {
        var shot = sighting.appearance().bestShot();
        var words = Stream.concat(
                        Stream.of(ReasonWords.of(sighting.cause())),
                        shot.reasons().stream().map(reason -> ReasonWords.of(reason, shot.quality())))
                .map(text -> Tag.of("li", text))
                .toList();
        return Html.all(words);
    }
}
