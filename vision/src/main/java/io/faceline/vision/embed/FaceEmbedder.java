package io.faceline.vision.embed;

import io.faceline.contracts.catalog.Batch;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.contracts.catalog.ModelFamily;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.InferenceSettings;
import io.faceline.vision.model.ModelException;
import io.faceline.vision.model.ModelFiles;
import io.faceline.vision.model.ModelInUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes embeddings of aligned crops. Thread-safe. Must not be closed while in use. */
public final class FaceEmbedder implements AutoCloseable {
    /** Larger batches are no faster: the time per face is the same at 8 and at 16. */
    private static final int MAX_BATCH = 8;

    private final ImageModel model;
    private final int dimension;
    private final List<String> outputs;

    private FaceEmbedder(ImageModel model) {
        this.model = model;
        this.dimension = model.facts().embedding().orElseThrow().dimension();
        this.outputs = List.of(model.facts().output("embedding"));
    }

    /**
     * @throws io.faceline.contracts.catalog.CatalogException when the catalog has no embedder of this name
     * @throws ModelException when its file is missing, damaged or does not match the catalog
     */
    public static FaceEmbedder open(String name, ModelCatalog catalog, ModelFiles files, InferenceSettings settings) {
        var facts = catalog.embedder(name);
        checkInput(facts);
        return new FaceEmbedder(ImageModel.open(files, facts, settings));
    }

    private static void checkInput(ModelFacts facts) {
        var input = facts.input();
        if (facts.family() != ModelFamily.ARCFACE
                || input.width() != AlignedCrop.SIDE
                || input.height() != AlignedCrop.SIDE
                || input.channels().count() != AlignedCrop.BYTES / (AlignedCrop.SIDE * AlignedCrop.SIDE)) {
            throw new ModelException("the embedder " + facts.name() + " must take aligned crops of 112×112 pixels in"
                    + " colour and have the family arcface: correct its entry in catalog.json");
        }
    }

    /** The model id stored with each embedding. Embeddings of different models are never compared. */
    public String modelId() {
        return model.facts().id();
    }

    public ModelInUse model() {
        return model.inUse();
    }

    public int dimension() {
        return dimension;
    }

    /** Computes one vector per crop, in the same order. */
    public List<FaceVector> embed(List<AlignedCrop> crops) {
        var batch = model.facts().input().batch() == Batch.ONE ? 1 : MAX_BATCH;
        var vectors = new ArrayList<FaceVector>(crops.size());
        for (var from = 0; from < crops.size(); from += batch) {
            embedBatch(crops.subList(from, Math.min(crops.size(), from + batch)), vectors);
        }
        return vectors;
    }

    private void embedBatch(List<AlignedCrop> crops, List<FaceVector> vectors) {
        var images = crops.stream().map(FaceEmbedder::pixels).toList();
        var values = model.run(images, outputs).get(0);
        if (values.length != crops.size() * dimension) {
            throw new ModelException("the embedder " + model.facts().name() + " outputs " + values.length / crops.size()
                    + " numbers per face, the catalog says " + dimension + ": correct its entry in catalog.json");
        }
        for (var i = 0; i < crops.size(); i++) {
            vectors.add(FaceVector.of(Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension)));
        }
    }

    private static ImageModel.Pixels pixels(AlignedCrop crop) {
        return pixels -> crop.bgr().asReadOnlyBuffer().get(pixels, 0, AlignedCrop.BYTES);
    }

    @Override
    public void close() {
        model.close();
    }
}
