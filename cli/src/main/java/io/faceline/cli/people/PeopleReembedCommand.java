package io.faceline.cli.people;

import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.image.CropJpeg;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "reembed",
        mixinStandardHelpOptions = true,
        description = {
            "Makes embeddings of another model from the stored photos, so that everybody is found with it too.",
            "The old ones stay: going back to the old model needs nothing."
        },
        footer = {"", "Example:", "  faceline people --data ~/faceline --models my-models --embedder w600k_mbf reembed"
        })
final class PeopleReembedCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var pipeline = people.pipelineOptions().openPersistent(Stages.MATCHER);
                var embedder = pipeline.openEmbedder()) {
            var present = present(pipeline, embedder.modelId());
            var made = 0;
            for (var person : new SharedGallery(pipeline).people()) {
                for (var photo : person.photos()) {
                    made += present.add(idFor(photo, embedder)) ? put(person, photo, embedder, pipeline) : 0;
                }
            }
            spec.commandLine().getOut().println("made " + made + " embeddings of " + embedder.modelId());
            return ExitCode.OK;
        }
    }

    /** Which references of this model are there already, by their own id or by that of the photo they were made of. */
    private static Set<ReferenceId> present(Pipeline pipeline, String modelId) {
        var present = new HashSet<ReferenceId>();
        pipeline.readGallery().stream()
                .filter(reference -> reference.modelId().equals(modelId))
                .map(Reference::id)
                .forEach(id -> {
                    present.add(id);
                    present.add(id.byModel(modelId));
                });
        return present;
    }

    private static int put(Person person, PersonPhoto photo, FaceEmbedder embedder, Pipeline pipeline) {
        var crop = CropJpeg.decode(photo.cropJpeg());
        var embedding = embedder.embed(List.of(crop)).get(0);
        var id = idFor(photo, embedder);
        var reference =
                new Reference(id, person.id(), embedding, embedder.modelId(), photo.quality(), photo.enrolledAt());
        pipeline.change(new Change.PutReference(
                UUID.randomUUID().toString(), SessionId.SHARED, person.name(), reference, photo));
        return 1;
    }

    private static ReferenceId idFor(PersonPhoto photo, FaceEmbedder embedder) {
        return photo.reference().byModel(embedder.modelId());
    }
}
