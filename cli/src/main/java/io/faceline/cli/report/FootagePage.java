package io.faceline.cli.report;

import gg.jte.Content;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import java.io.IOException;
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
    private final List<Content> sections = new ArrayList<>();
    private final List<PhotoRow> photos = new ArrayList<>();
    private final List<PageView.Failure> failures = new ArrayList<>();
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
        sections.add(PageTemplates.section(new VideoSection(video, look, stills)));
    }

    public void add(Path photo, Faces<MatchedFace> faces) {
        photos.add(PhotoRow.of(photo, faces, subjects));
    }

    public void addFailure(Path failed, String code, String message) {
        allFailures++;
        if (failures.size() < MAX_FAILURES) {
            failures.add(new PageView.Failure(failed.getFileName().toString(), message, code));
        }
    }

    public void addFailure(Path video, double position, String code, String message) {
        addFailure(video, code, "frame at " + positions.apply(position) + " lost: " + message);
    }

    /** Over whatever was in the file. */
    public void write(RunFacts run) throws IOException {
        var header = new PageHeader(run, videos, photos.size());
        var more = allFailures - failures.size();
        var page = new PageView(PageStyle.read(), header, failures, more, sections, photos);
        Files.writeString(file, PageTemplates.page(page));
    }
}
