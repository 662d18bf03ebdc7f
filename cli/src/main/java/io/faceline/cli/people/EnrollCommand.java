package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.command.PipelineMixin;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.files.MediaFiles;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Remember a person for good. */
@Command(
        name = "enroll",
        mixinStandardHelpOptions = true,
        description = "Adds photos of a person to the shared gallery, which lasts in the data folder.",
        footer = {
            "",
            "Each photo shows one face. A photo that is not taken says why.",
            "",
            "Example:",
            "  faceline enroll --data ~/faceline \"Ada Lovelace\" ada1.jpg ada2.jpg",
        })
public final class EnrollCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineMixin pipelineFlags;

    @Option(
            names = "--allow-lookalike",
            description =
                    "Take a photo even if it matches somebody enrolled under another name: twins, or a second name.")
    private boolean allowLookalike;

    @Parameters(index = "0", paramLabel = "NAME", description = "What the person is called.")
    private String name;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE|FOLDER", description = "Photos of the person.")
    private List<Path> files;

    @Override
    public Integer call() {
        var photos = MediaFiles.PHOTOS.of(files);
        if (photos.isEmpty()) {
            throw CommandFailure.wrongUsage("there is no photo in " + files);
        }
        CheckedName.require(name);
        try (var pipeline = pipelineFlags.openLasting(Stages.BULK)) {
            var gallery = new SharedGallery(pipeline);
            var person = gallery.named(name).map(known -> known.id()).orElseGet(PersonId::random);
            var job = new PhotoJob(pipeline, SessionId.SHARED);
            var enroller = new Enroller(job, Scope.SHARED, allowLookalike, new PeopleNames(pipeline.people()));
            photos.forEach(photo -> enroller.submit(person, name, photo));
            return report(enroller.await());
        }
    }

    private int report(List<Enroller.Enrolled> photos) {
        var out = spec.commandLine().getOut();
        photos.forEach(photo -> out.println(photo.photo() + "  "
                + photo.refusal().map(why -> "refused: " + why).orElse("enrolled as " + name)));
        var taken = photos.stream().filter(photo -> photo.refusal().isEmpty()).count();
        out.printf(Locale.ROOT, "%s: %d of %d photos enrolled%n", name, taken, photos.size());
        out.flush();
        return taken == photos.size() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
}
