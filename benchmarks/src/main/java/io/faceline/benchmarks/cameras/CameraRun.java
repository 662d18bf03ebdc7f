package io.faceline.benchmarks.cameras;

import io.faceline.benchmarks.generations.CpuTime;
import io.faceline.benchmarks.synthetic.CameraFilm;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Plays films as cameras at once, through all stages in this process, and measures the processor time. */
final class CameraRun {
    static final SessionId SESSION = new SessionId(SessionId.CAMERA_PREFIX + "benchmark");

    private static final int GALLERY = 100;

    /** Of another source, so that the measurement begins with compiled code. */
    private static final String WARM_UP = "warm-up-";

    private final Path photos;
    private final Path folder;
    private final int films;

    /**
     * @param cpu of this process and its children while the films played
     * @param frames of each film, by their numbers
     */
    record Result(Saving saving, Duration cpu, List<CameraFilm> films, List<Map<Long, TrackedFrame>> frames) {}

    /** @param folder for the films, which are made by the first run */
    CameraRun(Path photos, Path folder, int films) {
        this.photos = photos;
        this.folder = folder;
        this.films = films;
    }

    Result run(Saving saving) throws IOException, InterruptedException, ExecutionException {
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment(saving));
                var sender = new RecordSender(pipeline.kafka(), "cameras", BatchingProfile.LOW_LATENCY);
                var answers = new CameraAnswers(pipeline.kafka())) {
            answers.start();
            var made = CameraFilm.enroll(pipeline, SESSION, photos, films, GALLERY);
            var files = files(made);
            play(saving, WARM_UP, files.subList(0, 1), pipeline, sender, answers);
            var before = cpu();
            var sources = play(saving, "camera-", files, pipeline, sender, answers);
            var cpu = cpu().minus(before);
            return new Result(
                    saving, cpu, made, sources.stream().map(answers::of).toList());
        }
    }

    private List<Path> files(List<CameraFilm> made) throws IOException {
        var files = new ArrayList<Path>();
        for (var i = 0; i < made.size(); i++) {
            var file = folder.resolve("camera-" + i + ".mp4");
            files.add(file.toFile().exists() ? file : made.get(i).write(file));
        }
        return files;
    }

    private static List<String> play(
            Saving saving,
            String prefix,
            List<Path> files,
            Pipeline pipeline,
            RecordSender sender,
            CameraAnswers answers)
            throws InterruptedException, ExecutionException {
        var sources = new ArrayList<String>();
        var watching = new ArrayList<Callable<Integer>>();
        for (var file : files) {
            var source = prefix + sources.size();
            sources.add(source);
            var camera = new WatchedCamera(
                    source, SESSION, saving.hasGate(), pipeline.kafka().topics(), sender, answers);
            watching.add(() -> camera.watch(file));
        }
        var threads = Executors.newFixedThreadPool(files.size());
        try {
            var frames = threads.invokeAll(watching).get(0).get();
            answers.awaitTracked(sources, frames);
            return sources;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, String> environment(Saving saving) {
        var environment = new TreeMap<>(System.getenv());
        environment.put("FACELINE_STALE_AFTER", "1h");
        environment.put("FACELINE_MAX_CAMERA_FRAMES_PER_SECOND", "1000");
        environment.put("FACELINE_REUSE_EMBEDDINGS", Boolean.toString(saving.reuses()));
        return environment;
    }

    private static Duration cpu() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(CpuTime.ofProcess(), Duration::plus);
    }
}
