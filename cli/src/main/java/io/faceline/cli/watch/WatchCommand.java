package io.faceline.cli.watch;

import io.faceline.cli.cameras.CameraMixin;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.command.Interruption;
import io.faceline.cli.command.PipelineMixin;
import io.faceline.cli.people.GalleryFolder;
import io.faceline.cli.people.PeopleNames;
import io.faceline.contracts.camera.CameraId;
import io.faceline.standalone.pipeline.Stages;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Watches one camera on the terminal. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Says who comes and leaves in front of a camera, until Ctrl-C or the end of --for.",
        footer = {
            "",
            "Exit code: 0 also after Ctrl-C, 1 if a stage failed, 2 wrong usage.",
            "",
            "Examples:",
            "  faceline watch rtsp://viewer@10.0.0.7/stream1 --gallery people/",
            "  faceline watch --json --for 10m http://10.0.0.8/video | jq .",
            "  faceline watch /dev/video0 --data ~/faceline",
            "  faceline watch film.mp4 --gallery people/",
        })
public final class WatchCommand implements Callable<Integer> {
    private static final int SOURCE_DIGITS = 8;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineMixin pipelineOptions;

    @Mixin
    private CameraMixin cameraAddress;

    @Mixin
    private CameraOptionsMixin cameraOptions;

    @Option(
            names = "--gallery",
            paramLabel = "DIR",
            description = "Folder with one folder of photos per person, named after the person. Used by this run only.")
    private Path gallery;

    @Option(names = "--json", description = "Print JSON lines and nothing else to standard output.")
    private boolean json;

    @Option(names = "--for", paramLabel = "TIME", description = "End after this time, such as 60s, 5m or 2h.")
    private String duration;

    @Override
    public Integer call() {
        var runTime = Optional.ofNullable(duration).map(RunTime::of);
        var known = gallery == null ? Map.<String, List<Path>>of() : GalleryFolder.read(gallery, err());
        var source = cameraAddress.source(err());
        var clock = Clock.systemUTC();
        var camera = cameraOptions.camera(newId(), source, clock.instant());
        Interruption interruption;
        try (var pipeline = pipelineOptions.open(Stages.WATCH)) {
            interruption = Interruption.of(pipeline);
            var names = new PeopleNames(pipeline.people(), pipeline::readPhotos);
            try (var run = new WatchRun(pipeline, interruption)) {
                run.enroll(known, names, err());
                run.watch(camera, source.login(), new WatchLog(writer(names), clock), runTime);
            }
        }
        interruption.endProcess(ExitCode.OK);
        return ExitCode.OK;
    }

    private static CameraId newId() {
        return new CameraId("watch-" + UUID.randomUUID().toString().substring(0, SOURCE_DIGITS));
    }

    private WatchWriter writer(PeopleNames names) {
        var out = spec.commandLine().getOut();
        return json ? new WatchJson(out, names) : new WatchText(out, names, ZoneId.systemDefault());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
