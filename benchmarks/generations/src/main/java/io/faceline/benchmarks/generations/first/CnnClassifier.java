package io.faceline.benchmarks.generations.first;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import io.faceline.benchmarks.generations.FaceClassifier;
import io.faceline.benchmarks.generations.Guess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The trained network. Owns the model. */
final class CnnClassifier implements FaceClassifier {
    private final HaarFaces faces;
    private final Model model;
    private final List<String> people;

    /** @param people in the order of the network's scores */
    CnnClassifier(HaarFaces faces, Model model, List<String> people) {
        this.faces = faces;
        this.model = model;
        this.people = List.copyOf(people);
    }

    @Override
    public Optional<Guess> classify(Path photo) {
        return faces.crop(photo).map(this::guess);
    }

    private Guess guess(float[] crop) {
        try (var manager = model.getNDManager().newSubManager()) {
            var input = new NDList(manager.create(crop, Network.input(1)));
            var scores = model.getBlock().forward(new ParameterStore(manager, false), input, false);
            scores.attach(manager);
            var shares = scores.singletonOrThrow().softmax(1).toFloatArray();
            var best = 0;
            for (var i = 1; i < shares.length; i++) {
                best = shares[i] > shares[best] ? i : best;
            }
            return new Guess(people.get(best), shares[best]);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
