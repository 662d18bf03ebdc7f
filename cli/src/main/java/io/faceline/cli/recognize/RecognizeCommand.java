package io.faceline.cli.recognize;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.command.PipelineMixin;
import io.faceline.cli.command.Warnings;
import io.faceline.cli.file.JpegFolder;
import io.faceline.cli.output.AnnotatedCopies;
import io.faceline.cli.output.JsonLinesWriter;
import io.faceline.cli.output.Names;
import io.faceline.cli.output.PersonFilter;
import io.faceline.cli.output.PositionText;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.output.TextWriter;
import io.faceline.cli.output.VideoText;
import io.faceline.cli.people.CheckedName;
import io.faceline.cli.people.GalleryFolder;
import io.faceline.cli.people.PeopleNames;
import io.faceline.cli.progress.Progress;
import io.faceline.cli.report.DecisionBasis;
import io.faceline.cli.report.FrameExtractor;
import io.faceline.cli.report.RunFacts;
import io.faceline.ingest.files.MediaFiles;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoKind;
import io.faceline.vision.video.VideoLimits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recognises the people in photos and videos. */
@Command(
        name = "recognize",
        mixinStandardHelpOptions = true,
        description = {
            "Recognises people in photos and videos:",
            "  photos  " + ImageKind.NAMES,
            "  videos  " + VideoKind.NAMES
        },
        footer = {
            "",
            "Exit code: 0 all files succeeded, 1 some failed, 2 wrong usage.",
            "",
            "Examples:",
            "  faceline recognize --gallery people/ photos/*.jpg",
            "  faceline recognize --gallery people/ --annotate out/ --person \"Ada Lovelace\" photos/",
            "  faceline recognize --gallery people/ --fps 10 --start 14:30:00 film.mp4",
            "  faceline recognize --gallery people/ --report found.html --best-shots shots/ footage/",
            "  faceline recognize --data ~/faceline --json photos/ | jq .",
        })
public final class RecognizeCommand implements Callable<Integer> {
    private static final double MAX_FRAMES_PER_SECOND = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineMixin pipelineOptions;

    @Mixin
    private ReportMixin reportOptions;

    @Option(
            names = "--gallery",
            paramLabel = "DIR",
            description = "Folder with one folder of photos per person, named after the person. Used by this run only.")
    private Path gallery;

    @Option(names = "--json", description = "Print JSON lines and nothing else to standard output.")
    private boolean json;

    @Option(
            names = "--annotate",
            paramLabel = "DIR",
            description = "Folder for copies of the photos with boxes and names.")
    private Path annotate;

    @Option(names = "--person", paramLabel = "NAME", description = "Show only this person; may be repeated.")
    private Set<String> people = new HashSet<>();

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "5",
            description = "Frames to process per second of video. Default: ${DEFAULT-VALUE}")
    private double framesPerSecond;

    @Option(names = "--every-face", description = "Print also one line per face of a video, not only the appearances.")
    private boolean everyFace;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Time of position 0 of the videos, such as 14:30:00. Positions are shown as times.")
    private String start;

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Photos, videos and folders of both.")
    private List<Path> files;

    @Override
    public Integer call() {
        people.forEach(name -> CheckedName.require("--person", name));
        var known = gallery == null ? Map.<String, List<Path>>of() : GalleryFolder.read(gallery, err());
        var positions = start == null ? PositionText.sinceBeginning() : PositionText.startingAt(start);
        var media = files();
        var inputs = inputs(media, known);
        reportOptions.check(inputs);
        var copies =
                Optional.ofNullable(annotate).map(folder -> JpegFolder.openApartFrom(inputs, "--annotate", folder));
        try (var decoder = decoder(media);
                var pipeline = pipelineOptions.open(Stages.BULK)) {
            var names = new PeopleNames(pipeline.people(), pipeline::readPhotos);
            try (var run = new RecognitionRun(pipeline, decoder, media, request(inputs), framesPerSecond);
                    var extractor = new FrameExtractor(pipeline.openDecoder(), images(pipeline), run::isInterrupted)) {
                run.enroll(known, names, err());
                warnOfUnknownNames(names);
                var text = writer(names, positions, copies, images(pipeline));
                var all = reportOptions.decorate(text, names, positions, extractor, basis -> facts(run, names, basis));
                return run.recognise(filtered(all, names), Progress.on(err(), json || everyFace))
                        ? ExitCode.OK
                        : ExitCode.SOME_FAILED;
            }
        }
    }

    private static VideoDecoder decoder(List<Path> media) {
        return media.stream().anyMatch(MediaFiles::isVideo)
                ? PipelineMixin.prepareDecoder()
                : new VideoDecoder(VideoLimits.DEFAULT);
    }

    private static ImageDecoder images(Pipeline pipeline) {
        return new ImageDecoder(pipeline.photoReader().limits());
    }

    private RunFacts facts(RecognitionRun run, PeopleNames names, Optional<DecisionBasis> basis) {
        return new RunFacts(
                ZonedDateTime.now(ZoneId.systemDefault()),
                pipelineOptions.detectorId(),
                framesPerSecond,
                basis,
                names.visibleTo(run.session()),
                people.stream().sorted().toList(),
                Optional.ofNullable(start));
    }

    private List<Path> files() {
        if (!(framesPerSecond > 0 && framesPerSecond <= MAX_FRAMES_PER_SECOND)) {
            throw CommandFailure.wrongUsage("--fps must be above 0 and at most " + MAX_FRAMES_PER_SECOND);
        }
        var media = MediaFiles.ALL.of(files, warning -> Warnings.print(err(), warning));
        if (media.isEmpty()) {
            throw CommandFailure.wrongUsage("no photo or video found in " + files);
        }
        return media;
    }

    private static List<Path> inputs(List<Path> media, Map<String, List<Path>> known) {
        return Stream.concat(media.stream(), known.values().stream().flatMap(List::stream))
                .toList();
    }

    private RunRequest request(List<Path> inputs) {
        return RunRequest.of(inputs, List.of(pipelineOptions.modelOptions().toString(), "fps " + framesPerSecond));
    }

    private void warnOfUnknownNames(PeopleNames names) {
        people.stream()
                .filter(name -> !names.isKnown(name))
                .forEach(name -> Warnings.print(err(), "the gallery has no person \"" + name + "\""));
    }

    private ResultWriter writer(Names names, PositionText positions, Optional<JpegFolder> copies, ImageDecoder images) {
        var out = spec.commandLine().getOut();
        ResultWriter writer = json
                ? new JsonLinesWriter(out, names, positions)
                : new TextWriter(out, names, new VideoText(out, names, positions, everyFace));
        if (copies.isPresent()) {
            writer = new AnnotatedCopies(writer, names, copies.get(), images);
        }
        return writer;
    }

    private ResultWriter filtered(ResultWriter writer, Names names) {
        return people.isEmpty() ? writer : new PersonFilter(writer, names, people);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
