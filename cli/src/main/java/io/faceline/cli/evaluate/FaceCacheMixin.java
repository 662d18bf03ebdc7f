package io.faceline.cli.evaluate;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.sampling.FaceCache;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where an evaluation keeps embedded faces. */
final class FaceCacheMixin {
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Folder to keep embedded faces in, for the next run with the same photos and seed."
                    + " It holds biometric data: delete it afterwards.")
    private Path cache;

    FaceCache open() {
        return new FaceCache(Optional.ofNullable(cache));
    }

    /** Creates the folder, before anything is embedded, which takes long. */
    void check() {
        if (cache == null) {
            return;
        }
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new EvaluationException("--cache: " + cache + " cannot be written: " + FileFault.reason(e), e);
        }
    }
}
