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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "reembed",
        mixinStandardHelpOptions = true,
        description = {
            "Creates embeddings of another model from the stored photos, so that all people are recognised with it.",
            "The existing embeddings are kept, so that you can switch back at any time. Those of older versions get"
                    + " what",
            "tells how recognisable a face is."
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
                    var id = idFor(photo, embedder, existing.keySet());
                    var known = existing.get(id);
                    if (known == null || known.rawLength() == null) {
                        var reference = reference(id, person, photo, embedder, known);
                        existing.put(id, reference);
                        put(reference, person, photo, pipeline);
                        created++;
                    }
                }
            }
            spec.commandLine()
                    .getOut()
                    .println("created " + created + " embeddings of " + Shown.of(embedder.modelId()));
            return ExitCode.OK;
        }
    }

    /** The references of this model by their ids. */
    private static Map<ReferenceId, Reference> existing(Pipeline pipeline, String modelId) {
        var existing = new HashMap<ReferenceId, Reference>();
        pipeline.readGallery().stream()
                .filter(reference -> reference.modelId().equals(modelId))
                .forEach(reference -> existing.put(reference.id(), reference));
        return existing;
    }

    /** @param known a reference of an older version, which keeps its embedding: that of the photo, not of the small crop */
    private static Reference reference(
            ReferenceId id, Person person, PersonPhoto photo, FaceEmbedder embedder, @Nullable Reference known) {
        var crop = CropJpeg.decode(photo.cropJpeg());
        var vector = embedder.embed(List.of(crop)).get(0);
        return new Reference(
                id,
                person.id(),
                known == null ? vector.embedding() : known.embedding(),
                embedder.modelId(),
                photo.quality(),
                photo.enrolledAt(),
                vector.rawLength());
    }

    private static void put(Reference reference, Person person, PersonPhoto photo, Pipeline pipeline) {
        pipeline.change(new Change.PutReference(
                UUID.randomUUID().toString(), SessionId.SHARED, person.name(), reference, photo));
    }

    /** That of the photo, if the photo was enrolled with this model. */
    private static ReferenceId idFor(PersonPhoto photo, FaceEmbedder embedder, Set<ReferenceId> existing) {
        return existing.contains(photo.reference())
                ? photo.reference()
                : photo.reference().byModel(embedder.modelId());
    }
}
