package io.faceline.benchmarks.generations;

import com.fasterxml.jackson.core.type.TypeReference;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.serde.Mappers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The rules of the page's auto-capture, which Node runs from the page's own modules. Not thread-safe. */
public final class AutoCapture implements AutoCloseable {
    private final Process node;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private AutoCapture(Process node) {
        this.node = node;
        this.questions = node.outputWriter();
        this.answers = node.inputReader();
    }

    /** @param root of the source tree */
    public static AutoCapture start(Path root) throws IOException {
        var script = root.resolve("benchmarks/src/main/javascript/auto-capture.mjs");
        var page = root.resolve("ui/src/main/resources/io/faceline/ui");
        return new AutoCapture(new ProcessBuilder("node", script.toString(), page.toString())
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /** @return the indexes of the frames that are kept, rising */
    List<Integer> kept(List<Faces<DetectedFace>> frames, double framesPerSecond) throws IOException {
        var sitting = Map.of(
                "portrait",
                PortraitRules.DEFAULT,
                "framesPerSecond",
                framesPerSecond,
                "answers",
                frames.stream().map(AutoCapture::answer).toList());
        questions.write(Mappers.JSON.writeValueAsString(sitting));
        questions.newLine();
        questions.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("node ended without an answer");
        }
        return Mappers.JSON.readValue(answer, new TypeReference<List<Integer>>() {});
    }

    /** What the page reads of an answer to a live frame. */
    private static Map<String, Object> answer(Faces<DetectedFace> faces) {
        var value = Map.of(
                "faces",
                faces.faces().stream().map(face -> Map.of("face", face.face())).toList());
        return Map.of("outcome", Map.of("value", value));
    }

    @Override
    public void close() {
        node.destroy();
    }
}
