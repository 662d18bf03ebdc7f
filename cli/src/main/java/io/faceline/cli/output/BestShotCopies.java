package io.faceline.cli.output;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.report.BestShotFolder;
import io.faceline.cli.report.FrameExtractor;
import io.faceline.cli.report.PersonDirectory;
import io.faceline.cli.report.SeenVideo;
import java.io.IOException;
import java.util.Optional;

/** Writes the best frame of each person of a video, after passing the result on. */
public final class BestShotCopies implements ResultWriter {
    private final ResultWriter next;
    private final BestShotFolder folder;
    private final PersonDirectory subjects;
    private final FrameExtractor stills;

    public BestShotCopies(ResultWriter next, BestShotFolder folder, PersonDirectory subjects, FrameExtractor stills) {
        this.next = next;
        this.folder = folder;
        this.subjects = subjects;
        this.stills = stills;
    }

    @Override
    public void write(FileResult result) {
        next.write(result);
        if (result instanceof FileResult.WatchedVideo it) {
            try {
                var video = new SeenVideo(it.file(), it.facts(), it.summary(), it.note(), Optional.empty());
                folder.write(video, subjects, stills);
            } catch (IOException e) {
                throw CommandFailure.failed(
                        "--best-shots: those of " + it.file() + " cannot be written: " + e.getMessage());
            }
        }
    }

    @Override
    public void end() {
        next.end();
    }
}
