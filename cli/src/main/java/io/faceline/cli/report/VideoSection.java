package io.faceline.cli.report;

import io.faceline.tracking.summary.UnknownPerson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The section of one video: the timeline and the named, uncertain and unknown people. */
public final class VideoSection {
    private final SeenVideo video;
    private final VideoPageContext context;
    private final FaceImages images;

    VideoSection(SeenVideo video, VideoPageContext context, FrameExtractor extractor) {
        this.video = video;
        this.context = context;
        this.images = new FaceImages(video.file(), extractor);
    }

    public VideoPageContext look() {
        return context;
    }

    public FaceImages images() {
        return images;
    }

    public String name() {
        return video.name();
    }

    public String path() {
        return video.file().toString();
    }

    public Optional<String> note() {
        return video.note();
    }

    public boolean isEmpty() {
        var summary = video.summary();
        return summary.people().isEmpty()
                && summary.unknown().isEmpty()
                && summary.uncertain().isEmpty();
    }

    public String facts() {
        var facts = video.facts();
        var summary = video.summary();
        var lost = summary.lostFrames() == 0 ? "" : ", " + Plurals.of(summary.lostFrames(), "frame") + " failed";
        return DurationText.words(facts.duration()) + " long, "
                + String.format(Locale.ROOT, "%d × %d pixels, ", facts.width(), facts.height())
                + Plurals.of(summary.frames(), "frame") + " processed, " + Plurals.of(summary.faces(), "face")
                + " found"
                + lost + ".";
    }

    public Timeline timeline() {
        return new Timeline(video, context);
    }

    public List<PersonCard> people() {
        return video.summary().people().stream()
                .map(person -> PersonCard.named(person, context))
                .toList();
    }

    public List<UncertainCard> uncertain() {
        return video.summary().uncertain().stream()
                .map(sighting -> new UncertainCard(sighting, context, video.basis()))
                .toList();
    }

    public List<PersonCard> unknown() {
        return video.summary().unknownToldApart().stream()
                .map(person -> PersonCard.unknown(person, context))
                .toList();
    }

    public List<UnknownPerson> passing() {
        return video.summary().unknownPassing();
    }
}
