package io.faceline.cli.report;

import io.faceline.tracking.UnknownPerson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All of one video: the timeline, those named, those to judge, those unknown. */
public final class VideoSection {
    private final SeenVideo video;
    private final VideoPageContext look;
    private final FaceImages images;

    VideoSection(SeenVideo video, VideoPageContext look, FrameExtractor stills) {
        this.video = video;
        this.look = look;
        this.images = new FaceImages(video.file(), stills);
    }

    public VideoPageContext look() {
        return look;
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
                + Plurals.of(summary.frames(), "frame") + " looked at, " + Plurals.of(summary.faces(), "face")
                + " found"
                + lost + ".";
    }

    public Timeline timeline() {
        return new Timeline(video, look);
    }

    public List<PersonCard> people() {
        return video.summary().people().stream()
                .map(person -> PersonCard.named(person, look))
                .toList();
    }

    public List<UncertainCard> uncertain() {
        return video.summary().uncertain().stream()
                .map(sighting -> new UncertainCard(sighting, look, video.basis()))
                .toList();
    }

    public List<PersonCard> unknown() {
        return video.summary().unknownToldApart().stream()
                .map(person -> PersonCard.unknown(person, look))
                .toList();
    }

    public List<UnknownPerson> passing() {
        return video.summary().unknownPassing();
    }
}
