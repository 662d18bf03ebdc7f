package io.faceline.cli.people;

import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
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
            "Creates embeddings of another model from the stored photos, so that all people are recognised with it.",
            "The existing embeddings are kept, so that you can switch back at any time."
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
        try (var pipeline = people.pipelineOptions().openPersistent(Stages.MATCHER, "--models", "--embedder");
                var embedder = pipeline.openEmbedder()) {
            var existing = existing(pipeline, embedder.modelId());
            var created = 0;
            var photos = pipeline.readPhotos();
            for (var person : new SharedGallery(pipeline).people()) {
                for (var photo : photos.withCrops(person)) {
                    created += existing.add(idFor(photo, embedder)) ? put(person, photo, embedder, pipeline) : 0;
                }
            }
            spec.commandLine()
                    .getOut()
                    .println("created " + created + " embeddings of " + Shown.of(embedder.modelId()));
            return ExitCode.OK;
        }
    }

    /** The ids of existing references of this model, and the ids that reembed would give to them. */
    private static Set<ReferenceId> existing(Pipeline pipeline, String modelId) {
        var existing = new HashSet<ReferenceId>();
        pipeline.readGallery().stream()
                .filter(reference -> reference.modelId().equals(modelId))
                .map(Reference::id)
                .forEach(id -> {
                    existing.add(id);
                    existing.add(id.byModel(modelId));
                });
        return existing;
    }

    private static int put(Person person, PersonPhoto photo, FaceEmbedder embedder, Pipeline pipeline) {
        var crop = CropJpeg.decode(photo.cropJpeg());
        var vector = embedder.embed(List.of(crop)).get(0);
        var reference = new Reference(
                idFor(photo, embedder),
                person.id(),
                vector.embedding(),
                embedder.modelId(),
                photo.quality(),
                photo.enrolledAt(),
                vector.rawLength());
        pipeline.change(new Change.PutReference(
                UUID.randomUUID().toString(), SessionId.SHARED, person.name(), reference, photo));
        return 1;
    }

    private static ReferenceId idFor(PersonPhoto photo, FaceEmbedder embedder) {
        return photo.reference().byModel(embedder.modelId());
    }
}
