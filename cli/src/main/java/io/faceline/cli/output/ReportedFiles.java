package io.faceline.cli.output;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.report.DecisionBasis;
import io.faceline.cli.report.FootagePage;
import io.faceline.cli.report.FrameExtractor;
import io.faceline.cli.report.RunFacts;
import io.faceline.cli.report.SeenVideo;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Gathers all results on a page, which is written after the last one. Each result goes on first. */
public final class ReportedFiles implements ResultWriter {
    private final ResultWriter next;
    private final FootagePage page;
    private final FrameExtractor stills;
    private final Function<Optional<DecisionBasis>, RunFacts> run;
    /** Frames come on another thread than all else. */
    private volatile Optional<DecisionBasis> basis = Optional.empty();

    /** @param run asked at the end, when it is known what decisions rested on */
    public ReportedFiles(
            ResultWriter next,
            FootagePage page,
            FrameExtractor stills,
            Function<Optional<DecisionBasis>, RunFacts> run) {
        this.next = next;
        this.page = page;
        this.stills = stills;
        this.run = run;
    }

    @Override
    public void write(FileResult result) {
        next.write(result);
        if (result instanceof FileResult.WatchedFrame it) {
            learn(it);
        } else if (result instanceof FileResult.WatchedVideo it) {
            page.add(new SeenVideo(it.file(), it.facts(), it.summary(), it.note(), basis), stills);
        } else if (result instanceof FileResult.Recognised it) {
            page.add(it.file(), it.faces());
        } else if (result instanceof FileResult.FailedFile it) {
            page.addFailure(it.file(), it.code(), it.message());
        } else if (result instanceof FileResult.LostFrame it) {
            page.addFailure(it.file(), it.position(), it.code(), it.message());
        }
    }

    /** A lost frame may not even have had a model. */
    private void learn(FileResult.WatchedFrame watched) {
        var match = watched.frame().frame().match();
        if (!watched.frame().faces().isEmpty()) {
            basis = Optional.of(new DecisionBasis(match.modelId(), match.thresholds()));
        }
    }

    @Override
    public void end() {
        next.end();
        try {
            page.write(run.apply(basis));
        } catch (IOException e) {
            throw CommandFailure.failed("--report: the page cannot be written: " + e.getMessage());
        }
    }
}
