package io.faceline.evaluation.sampling;

import com.fasterxml.jackson.core.type.TypeReference;
import io.faceline.contracts.serde.Mappers;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps embedded faces in a folder, a file for each name, as embedding takes most of the time of a measurement. The
 * folder holds biometric data: delete it afterwards.
 */
public final class FaceCache {
    private final Optional<Path> folder;

    /** @param folder empty to keep nothing */
    public FaceCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The faces of this name; makes and keeps them if there are none yet. */
    public List<SampledFace> get(String name, Supplier<List<SampledFace>> make) {
        return folder.map(cache -> get(cache.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".cbor"), make))
                .orElseGet(make);
    }

    private static List<SampledFace> get(Path file, Supplier<List<SampledFace>> make) {
        try {
            if (Files.exists(file)) {
                return Mappers.CBOR.readValue(file.toFile(), new TypeReference<List<SampledFace>>() {});
            }
            var faces = make.get();
            write(file, faces);
            return faces;
        } catch (IOException e) {
            throw new EvaluationException("--cache: " + file + ": " + FileFault.reason(e), e);
        }
    }

    /** In one step, so that an interrupted run leaves no half of a file. */
    private static void write(Path file, List<SampledFace> faces) throws IOException {
        Files.createDirectories(file.getParent());
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(
                part,
                Mappers.CBOR
                        .writerFor(new TypeReference<List<SampledFace>>() {})
                        .writeValueAsBytes(faces));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
