package io.faceline.cli.report;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One page, all in one file, for somebody who searched footage: who was seen and when, and who may have been. It loads
 * nothing, runs nothing, and can be opened from a disk. One thread uses it.
 */
public final class FootagePage {
    private static final int MAX_FAILURES = 50;

    private final Path file;
    private final PersonDirectory subjects;
    private final DoubleFunction<String> positions;
    private final boolean isTimeOfDay;
    private final List<SeenVideo> videos = new ArrayList<>();
    private final List<Html> sections = new ArrayList<>();
    private final List<Html> failures = new ArrayList<>();
    private final PhotoSection photos;
    private long allFailures;

    /**
     * @param positions in seconds, as the page shows them
     * @param isTimeOfDay whether positions are shown as times of the day
     */
    public FootagePage(Path file, PersonDirectory subjects, DoubleFunction<String> positions, boolean isTimeOfDay) {
        this.file = file;
        this.subjects = subjects;
        this.positions = positions;
        this.isTimeOfDay = isTimeOfDay;
        this.photos = new PhotoSection(subjects);
    }

    /** Fails, saying why, when a page could not be written there. */
    public static void requireWritable(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("its folder does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new IOException("it may not be written");
        }
    }

    /** Takes the best shots from the video at once, while it is there. */
    public void add(SeenVideo video, FrameExtractor stills) {
        videos.add(video);
        var look = new VideoPageContext(videos.size(), subjects, positions, isTimeOfDay);
        sections.add(new VideoSection(video, look, stills).html());
    }

    public void add(Path photo, Faces<MatchedFace> faces) {
        photos.add(photo, faces);
    }

    public void addFailure(Path failed, String code, String message) {
        allFailures++;
        if (failures.size() < MAX_FAILURES) {
            failures.add(Tag.of(
                    "li",
                    Tag.of("bdi", failed.getFileName().toString()),
                    Html.text(": " + message + " "),
                    Tag.of("code", code)));
        }
    }

    public void addFailure(Path video, double position, String code, String message) {
        addFailure(video, code, "frame at " + positions.apply(position) + " lost: " + message);
    }

    /** Over whatever was in the file. */
    public void write(RunFacts run) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append("<!DOCTYPE html>\n");
            page(run).writeTo(out);
        }
    }

    private Tag page(RunFacts run) {
        var header = new PageHeader(run, videos, photos.size()).html();
        var main = Tag.of("main", header, failures(), Html.all(sections), photos.html(), footer());
        return Tag.of("html", PageHead.html("Who was seen, and when"), Tag.of("body", main))
                .with("lang", "en");
    }

    private Html failures() {
        if (failures.isEmpty()) {
            return Html.nothing();
        }
        var more = allFailures - failures.size();
        var last = more == 0 ? Html.nothing() : Tag.of("p", "and " + more + " more");
        return Tag.of("section.failures", Tag.of("h2", "What failed"), Tag.of("ul", failures), last);
    }

    private static Html footer() {
        return Tag.of(
                "footer",
                Tag.of(
                        "p",
                        "Made by faceline. A name here is a likeness and no proof. This page holds faces: keep it, and"
                                + " delete it, as you do the footage."));
    }
}
