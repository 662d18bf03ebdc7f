package io.faceline.vision.detect;

import io.faceline.contracts.catalog.DetectionFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.InferenceSettings;
import io.faceline.vision.model.ModelException;
import io.faceline.vision.model.ModelFiles;
import java.util.ArrayList;
import java.util.function.Function;

/** Opens a detector by name. */
public final class FaceDetectors {
    private FaceDetectors() {}

    /**
     * @throws io.faceline.contracts.catalog.CatalogException when the catalog has no detector of this name
     * @throws ModelException when a file is missing, damaged or not what the catalog says
     */
    public static FaceDetector open(String name, ModelCatalog catalog, ModelFiles files, InferenceSettings settings) {
        NativeOpenCv.load();
        var facts = catalog.detector(name);
        return switch (facts.family()) {
            case RFB -> openRfb(facts, catalog, files, settings);
            case SCRFD -> new SingleStageDetector(ImageModel.open(files, facts, settings), ScrfdDecoder::new);
            case YUNET -> new SingleStageDetector(ImageModel.open(files, facts, settings), YunetDecoder::new);
            case POINTS68, ARCFACE, SOFTMAX, HOPENET, SSRNET ->
                throw new ModelException("the detector " + name + " has the family " + facts.family()
                        + ", which is not a detector: correct its entry in catalog.json");
        };
    }

    private static FaceDetector openRfb(
            ModelFacts facts, ModelCatalog catalog, ModelFiles files, InferenceSettings settings) {
        var landmarks = catalog.model(facts.landmarkModel()
                .orElseThrow(() -> new ModelException("the detector " + facts.name()
                        + " outputs no landmarks: add a landmarkModel to its entry in catalog.json")));
        var opened = new ArrayList<ImageModel>();
        try {
            Function<ModelFacts, ImageModel> open = model -> {
                var network = ImageModel.open(files, model, settings);
                opened.add(network);
                return network;
            };
            var secondLook = facts.detection()
                    .map(DetectionFacts::secondLook)
                    .map(look -> new SecondLook(
                            look,
                            new EyeModel(open.apply(catalog.model(look.eyeModel()))),
                            open.apply(catalog.model(look.faceModel()))));
            return new RfbDetector(open.apply(facts), open.apply(landmarks), secondLook);
        } catch (ModelException e) {
            opened.forEach(ImageModel::close);
            throw e;
        }
    }
}
