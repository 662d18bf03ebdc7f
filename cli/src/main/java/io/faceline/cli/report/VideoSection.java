package io.faceline.cli.report;

import io.faceline.tracking.UnknownPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All of one video: the timeline, those named, those to judge, those unknown. */
final class VideoSection {
    private final SeenVideo video;
    private final VideoPageContext look;
    private final PersonCards people;
    private final UncertainCard uncertain;

    VideoSection(SeenVideo video, VideoPageContext look, FrameExtractor stills) {
        var images = new FaceImages(video.file(), stills);
        this.video = video;
        this.look = look;
        this.people = new PersonCards(look, images);
        this.uncertain = new UncertainCard(look, images, video.basis());
    }

    Html html() {
        var summary = video.summary();
        var parts = new ArrayList<Html>();
        parts.add(Tag.of("h2", Tag.of("bdi", video.name())));
        parts.add(Tag.of("p.facts", facts()));
        parts.add(Tag.of("p.small", Tag.of("bdi", video.file().toString())));
        video.note().ifPresent(note -> parts.add(Tag.of("p.note", "Note: " + note + ".")));
        parts.add(isEmpty() ? Tag.of("p", "Nobody was seen.") : new Timeline(video, look).html());
        addPart(
                parts,
                "People",
                "cards.wide",
                summary.people().stream().map(people::named).toList());
        addUncertain(parts);
        addPart(
                parts,
                "Unknown people",
                "cards",
                summary.unknownToldApart().stream().map(people::unknown).toList());
        addPassing(parts, summary.unknownPassing());
        return Tag.of("section.video", parts).with("id", look.anchor());
    }

    private boolean isEmpty() {
        var summary = video.summary();
        return summary.people().isEmpty()
                && summary.unknown().isEmpty()
                && summary.uncertain().isEmpty();
    }

    private String facts() {
        var facts = video.facts();
        var summary = video.summary();
        var lost = summary.lostFrames() == 0 ? "" : ", " + Plurals.of(summary.lostFrames(), "frame") + " failed";
        return DurationText.words(facts.duration()) + " long, "
                + String.format(Locale.ROOT, "%d × %d pixels, ", facts.width(), facts.height())
                + Plurals.of(summary.frames(), "frame") + " looked at, " + Plurals.of(summary.faces(), "face")
                + " found"
                + lost + ".";
    }

    private void addUncertain(List<Html> parts) {
        var sightings = video.summary().uncertain();
        if (!sightings.isEmpty()) {
            parts.add(Tag.of("h3", "For you to judge").with("id", look.uncertainAnchor()));
            parts.add(Tag.of(
                    "div.cards.wide", sightings.stream().map(uncertain::of).toList()));
        }
    }

    private static void addPart(List<Html> parts, String title, String style, List<Html> cards) {
        if (!cards.isEmpty()) {
            parts.add(Tag.of("h3", title));
            parts.add(Tag.of("div." + style, cards));
        }
    }

    private void addPassing(List<Html> parts, List<UnknownPerson> passing) {
        if (!passing.isEmpty()) {
            parts.add(Tag.of("h3", "Passing by"));
            parts.add(Tag.of("p", passing(passing.size()) + "; several of them may be the same person."));
            parts.add(Tag.of("ul.strip", passing.stream().map(this::thumbnail).toList()));
        }
    }

    /** Such as {@code 7 faces too small, blurred or short to tell apart}. */
    private static String passing(int count) {
        return Plurals.of(count, "face") + " too small, blurred or short to tell apart";
    }

    private Html thumbnail(UnknownPerson person) {
        var time = look.time(person.bestShot().position());
        return Tag.of(
                "li", FaceImages.crop(person.bestShot().cropJpeg(), "A face at " + time), Tag.of("span.small", time));
    }
}
