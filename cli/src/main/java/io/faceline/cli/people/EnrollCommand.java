package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.command.PipelineMixin;
import io.faceline.cli.command.Warnings;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.Shown;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.ingest.files.MediaFiles;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enrolls a person in the shared gallery. */
@Command(
        name = "enroll",
        mixinStandardHelpOptions = true,
        description = "Enrolls photos of a person in the shared gallery, which the data folder stores.",
        footer = {
            "",
            "Each photo must show one face. A refused photo is listed with the reason.",
            "",
            "Example:",
            "  faceline enroll --data ~/faceline \"Ada Lovelace\" ada1.jpg ada2.jpg",
        })
public final class EnrollCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineMixin pipelineOptions;

    @Option(
            names = "--allow-lookalike",
            description = "Accept a photo even if it matches a person enrolled under another name, such as a twin.")
    private boolean allowLookalike;

    @Option(
            names = "--allow-poor",
            description = "Accept a photo even if its face is hard to recognise, such as a face with a mask.")
    private boolean allowPoor;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the person, or the id.")
    private String name;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE|FOLDER", description = "Photos of the person.")
    private List<Path> files;

    @Override
    public Integer call() {
        var photos = MediaFiles.PHOTOS.of(
                files, warning -> Warnings.print(spec.commandLine().getErr(), warning));
        if (photos.isEmpty()) {
            throw CommandFailure.wrongUsage("no photo found in " + files);
        }
        var checked = CheckedName.of(name);
        try (var pipeline = pipelineOptions.openPersistent(Stages.BULK)) {
            var gallery = new SharedGallery(pipeline);
            var known = gallery.find(checked);
            if (known.isEmpty()) {
                requireNoNamesake(checked, gallery);
            }
            var person = known.map(Person::id).orElseGet(PersonId::random);
            var called = known.map(Person::name).map(CheckedName::of).orElse(checked);
            var job = new PhotoJob(pipeline, SessionId.SHARED);
            var enroller = new Enroller(
                    job,
                    Scope.SHARED,
                    allowLookalike,
                    allowPoor,
                    new PeopleNames(pipeline.people(), pipeline::readPhotos));
            photos.forEach(photo -> enroller.submit(person, called, photo));
            return report(called, enroller.await());
        }
    }

    /** Two people of almost one name could not be told apart. */
    private static void requireNoNamesake(String name, SharedGallery gallery) {
        gallery.namesakes(name, Optional.empty()).stream().findFirst().ifPresent(other -> {
            throw CommandFailure.wrongUsage("the shared gallery has " + SharedGallery.text(other)
                    + ", whose name differs in case or spaces only; write it the same way to add photos, or choose a"
                    + " name that can be told apart");
        });
    }

    private int report(String called, List<Enroller.Enrolled> photos) {
        var out = spec.commandLine().getOut();
        photos.forEach(photo -> out.println(Shown.of(photo.photo() + "  " + result(photo, called))));
        var enrolled =
                photos.stream().filter(photo -> photo.refusal().isEmpty()).count();
        out.printf(Locale.ROOT, "%s: %d of %d photos enrolled%n", Shown.of(called), enrolled, photos.size());
        out.flush();
        return enrolled == photos.size() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private static String result(Enroller.Enrolled photo, String called) {
        return photo.refusal()
                .map(reason -> "refused: " + reason)
                .orElseGet(() -> "enrolled as " + called
                        + photo.warning().map(warning -> ", but " + warning).orElse(""));
    }
}
