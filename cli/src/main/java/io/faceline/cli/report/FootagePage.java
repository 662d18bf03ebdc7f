package io.faceline.cli.report;

import gg.jte.Content;
import io.faceline.cli.file.WrittenFile;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Writes the report of a search in footage: who was seen and when, and the uncertain faces. The page is one file, loads
 * nothing and runs no script. Not thread-safe.
 */
public final class FootagePage {
    private static final int MAX_FAILURES = 50;

    private final Path file;
    private final PersonDirectory people;
    private final DoubleFunction<String> positions;
    private final boolean isTimeOfDay;
    private final List<SeenVideo> videos = new ArrayList<>();
    private final List<Content> sections = new ArrayList<>();
    private final List<PhotoRow> photos = new ArrayList<>();
    private final List<PageView.Failure> failures = new ArrayList<>();
    private long allFailures;

    /**
     * @param positions formats positions in seconds for the page
     * @param isTimeOfDay whether positions are shown as times of the day
     */
    public FootagePage(Path file, PersonDirectory people, DoubleFunction<String> positions, boolean isTimeOfDay) {
        this.file = file;
        this.people = people;
        this.positions = positions;
        this.isTimeOfDay = isTimeOfDay;
    }

    /** @throws IOException with the reason, when the page cannot be written to this file */
    public static void requireWritable(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("its folder does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (!WrittenFile.isFree(file)) {
            throw new IOException("it exists and was not written by faceline; choose another name");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("its folder is not writable");
        }
    }

    /** Adds a video. Reads its best shots at once, while the video is available. */
    public void add(SeenVideo video, FrameExtractor extractor) {
        videos.add(video);
        var context = new VideoPageContext(videos.size(), people, positions, isTimeOfDay);
        sections.add(PageTemplates.section(new VideoSection(video, context, extractor)));
    }

    public void add(Path photo, Faces<MatchedFace> faces) {
        photos.add(PhotoRow.of(photo, faces, people));
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

    /** Writes the page and overwrites an earlier one. */
    public void write(RunFacts run) throws IOException {
        var header = new PageHeader(run, videos, photos.size());
        var more = allFailures - failures.size();
        var page = new PageView(PageStyle.read(), header, failures, more, sections, photos);
        WrittenFile.writePage(file, PageTemplates.page(page));
    }
}
