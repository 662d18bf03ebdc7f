package io.faceline.vision.model;

import io.faceline.contracts.catalog.InputFacts;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.contracts.catalog.ModelRole;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * A network with image input, preprocessed as its catalog entry says. Each run borrows reusable input buffers, which
 * take megabytes. Thread-safe.
 */
public final class ImageModel implements AutoCloseable {
    private final ModelFacts facts;
    private final OnnxModel model;
    private final PixelNormalizer normalizer;
    private final Queue<InputBuffers> spare = new ConcurrentLinkedQueue<>();

    private ImageModel(ModelFacts facts, OnnxModel model) {
        this.facts = facts;
        this.model = model;
        this.normalizer = new PixelNormalizer(facts.input());
    }

    /** @throws ModelException when its file is missing, damaged or does not match the catalog */
    public static ImageModel open(ModelFiles files, ModelFacts facts, InferenceSettings settings) {
        var model = load(files, facts, settings);
        try {
            model.check(facts.input().name(), outputNames(facts));
            return new ImageModel(facts, model);
        } catch (ModelException e) {
            model.close();
            throw e;
        }
    }

    /** The network that runs for each face is the one whose speed depends most on how it is optimised. */
    private static OnnxModel load(ModelFiles files, ModelFacts facts, InferenceSettings settings) {
        var content = files.read(facts);
        return facts.role() == ModelRole.EMBEDDER
                ? OnnxModel.openEmbedder(facts.name(), content, settings)
                : OnnxModel.open(facts.name(), content, settings);
    }

    private static Set<String> outputNames(ModelFacts facts) {
        return facts.outputs().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** The same network with a different input size. This model remains the owner of the network. */
    public ImageModel withInput(InputFacts input) {
        return new ImageModel(facts.withInput(input), model);
    }

    public ModelFacts facts() {
        return facts;
    }

    public ModelInUse inUse() {
        return new ModelInUse(facts.id(), model.device());
    }

    /** Writes the pixels of one image at the size of the input: rows from the top, B, G, R or one grey byte each. */
    @FunctionalInterface
    public interface Pixels {
        void readInto(byte[] pixels);
    }

    /**
     * @param images one, or any number if the model supports batches
     * @param outputs names of the outputs to compute
     * @return the flattened values of each output, in the same order
     */
    public List<float[]> run(List<? extends Pixels> images, List<String> outputs) {
        var buffers = borrow();
        try {
            var input = buffers.fill(images, normalizer);
            return model.run(facts.input().name(), input, shape(facts.input(), images.size()), outputs);
        } finally {
            spare.add(buffers);
        }
    }

    private InputBuffers borrow() {
        var buffers = spare.poll();
        return buffers == null ? new InputBuffers(facts.input()) : buffers;
    }

    private static long[] shape(InputFacts input, int images) {
        return new long[] {images, input.channels().count(), input.height(), input.width()};
    }

    @Override
    public void close() {
        model.close();
        spare.clear();
    }
}
