package io.faceline.evaluation.verification;

import io.faceline.evaluation.dataset.PairsFile;
import io.faceline.evaluation.dataset.PhotoPair;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.util.List;

/** Evaluates verification by the LFW protocol, over the folds of the pairs file. */
public final class EvaluateVerification {
    private EvaluateVerification() {}

    public static VerificationReport run(PairsFile file, EmbedPhotos embed, String modelId) {
        var photos = embed.asProbes(file.photos());
        return report(file.folds(), score(file, photos), photos, modelId);
    }

    public static List<ScoredPair> score(PairsFile file, EmbeddedPhotos photos) {
        return file.pairs().stream().map(pair -> score(pair, photos)).toList();
    }

    private static ScoredPair score(PhotoPair pair, EmbeddedPhotos photos) {
        var first = photos.of(pair.first());
        var second = photos.of(pair.second());
        if (first.isEmpty() || second.isEmpty()) {
            return ScoredPair.withoutFace(pair.fold(), pair.isSame());
        }
        var similarity = first.get().embedding().similarity(second.get().embedding());
        return new ScoredPair(pair.fold(), pair.isSame(), similarity);
    }

    private static VerificationReport report(int folds, List<ScoredPair> pairs, EmbeddedPhotos photos, String modelId) {
        var accuracy = FoldedAccuracy.of(pairs, folds);
        var rates = new ErrorRates(pairs);
        return new VerificationReport(
                modelId,
                folds,
                pairs.size(),
                accuracy.mean(),
                accuracy.deviation(),
                accuracy.threshold(),
                rates.trueAcceptRate(1e-2),
                rates.trueAcceptRate(1e-3),
                rates.equalErrorRate(),
                photos.facesNotFound(),
                (int) pairs.stream()
                        .filter(pair -> !Double.isFinite(pair.score()))
                        .count(),
                photos.msPerFace());
    }
}
