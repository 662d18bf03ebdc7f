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

/** Passes each result on and collects it for a page, which is written after the last one. */
public final class ReportedFiles implements ResultWriter {
    private final ResultWriter next;
    private final FootagePage page;
    private final FrameExtractor stills;
    private final Function<Optional<DecisionBasis>, RunFacts> run;
    /** Volatile, as frames arrive on another thread than other results. */
    private volatile Optional<DecisionBasis> basis = Optional.empty();

    /** @param run called at the end, when the basis of decisions is known */
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

    /** Ignores frames without faces, as a lost frame may have no model. */
    private void learn(FileResult.WatchedFrame watched) {
        var match = watched.frame().match();
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
