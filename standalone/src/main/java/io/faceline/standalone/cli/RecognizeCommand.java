package io.faceline.standalone.cli;

import io.faceline.contracts.FrameFacts;
import io.faceline.contracts.Scope;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.image.ImageDecoder;
import io.faceline.vision.image.ImageLimits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who is in these photos? */
@Command(
        name = "recognize",
        mixinStandardHelpOptions = true,
        description = "Says who is in these photos. JPEG, PNG, WebP, BMP and TIFF; folders are searched for them.",
        footer = {
            "",
            "Exit code: 0 all files went through, 1 some failed, 2 wrong usage.",
            "",
            "Examples:",
            "  faceline recognize --gallery people/ photos/*.jpg",
            "  faceline recognize --gallery people/ --annotate out/ --person \"Ada Lovelace\" photos/",
            "  faceline recognize --data ~/faceline --json photos/ | jq .",
        })
final class RecognizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFlags pipelineFlags;

    @Option(
            names = "--gallery",
            paramLabel = "DIR",
            description = "Holds one folder a person, named after the person, with photos. Known to this run alone.")
    private Path gallery;

    @Option(names = "--json", description = "JSON Lines: a line a file, and nothing else on standard output.")
    private boolean json;

    @Option(names = "--annotate", paramLabel = "DIR", description = "Write copies with boxes and names drawn.")
    private Path annotate;

    @Option(names = "--person", paramLabel = "NAME", description = "Show only this person; may be repeated.")
    private Set<String> people = new HashSet<>();

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Photos, and folders with photos.")
    private List<Path> files;

    @Override
    public Integer call() {
        var known = gallery == null ? null : GalleryFolder.read(gallery);
        var photos = Photos.of(files);
        if (photos.isEmpty()) {
            throw CommandFailure.wrongUsage("there is no photo in " + files);
        }
        try (var pipeline = pipelineFlags.open(Stages.BULK)) {
            var session = RunSession.open(pipeline);
            try {
                var names = new PeopleNames(pipeline.people());
                var job = new PhotoJob(pipeline, session.id());
                if (known != null) {
                    new GalleryEnrollment(new Enroller(job, Scope.SESSION, false, names), err()).enroll(known);
                }
                return recognize(
                        photos, job, writer(names, pipeline.photoReader().limits()));
            } finally {
                session.erase();
            }
        }
    }

    private int recognize(List<Path> photos, PhotoJob job, ResultWriter writer) {
        var recognition = new Recognition(job, writer, FrameFacts.ANY_GALLERY);
        photos.forEach(recognition::submit);
        return recognition.end() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private ResultWriter writer(Names names, ImageLimits limits) {
        var out = spec.commandLine().getOut();
        ResultWriter writer = json ? new JsonLinesWriter(out, names) : new TextWriter(out, names);
        if (annotate != null) {
            writer = new AnnotatedCopies(writer, names, annotate, new ImageDecoder(limits));
        }
        return people.isEmpty() ? writer : new PersonFilter(writer, names, people);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
