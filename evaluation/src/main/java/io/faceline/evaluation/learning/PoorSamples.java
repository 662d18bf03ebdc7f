package io.faceline.evaluation.learning;

import static io.faceline.evaluation.degradation.PoorKind.BLUR;
import static io.faceline.evaluation.degradation.PoorKind.DARK;
import static io.faceline.evaluation.degradation.PoorKind.JPEG;
import static io.faceline.evaluation.degradation.PoorKind.MASK;
import static io.faceline.evaluation.degradation.PoorKind.MASK_AND_SUNGLASSES;
import static io.faceline.evaluation.degradation.PoorKind.MOUTH_MASK;
import static io.faceline.evaluation.degradation.PoorKind.SMALL;
import static io.faceline.evaluation.degradation.PoorKind.STRONG_BLUR;
import static io.faceline.evaluation.degradation.PoorKind.SUNGLASSES;
import static io.faceline.evaluation.degradation.PoorKind.TURNED_180;
import static io.faceline.evaluation.degradation.PoorKind.TURNED_270;
import static io.faceline.evaluation.degradation.PoorKind.TURNED_90;

import io.faceline.evaluation.degradation.PoorKind;
import io.faceline.evaluation.sampling.SampledFace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The faces that recognisability is learned from.
 *
 * @param ordinary photos as they are
 * @param poor the same photos made worse in each way
 */
record PoorSamples(List<SampledFace> ordinary, Map<PoorKind, List<SampledFace>> poor) {
    static final Set<PoorKind> TURNED = Set.of(TURNED_90, TURNED_180, TURNED_270);
    static final Set<PoorKind> COVERED = Set.of(MASK, MOUTH_MASK, MASK_AND_SUNGLASSES);
    static final Set<PoorKind> EYES = Set.of(SUNGLASSES, MASK_AND_SUNGLASSES);
    static final Set<PoorKind> COARSE = Set.of(BLUR, STRONG_BLUR, DARK, SMALL, JPEG);
    static final Set<PoorKind> ALL = Set.of(PoorKind.values());

    PoorSamples {
        ordinary = List.copyOf(ordinary);
        poor = new EnumMap<>(poor);
    }

    /** In the order of the kinds. */
    List<SampledFace> of(Set<PoorKind> kinds) {
        return poor.entrySet().stream()
                .filter(entry -> kinds.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
