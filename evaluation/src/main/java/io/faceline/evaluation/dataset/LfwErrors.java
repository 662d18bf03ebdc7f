package io.faceline.evaluation.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * People who are in LFW twice: the same photo, or one name in two spellings, or in LFW's errata. Where the most similar
 * strangers decide, such people would pass for the nearest look-alikes.
 */
public final class LfwErrors {
    private static final Set<String> NAMES =
            Set.of("Martha_Bowen", "Dai_Chul_Chyung", "Hassan_Wirajuda", "Nora_Bendijo", "Cristina_Kirchner");

    private LfwErrors() {}

    /** @param person name of the folder */
    public static boolean has(String person) {
        return NAMES.contains(person);
    }

    /** The photos of everybody else, by person. */
    public static Map<String, List<Path>> without(Map<String, List<Path>> photos) {
        var kept = new TreeMap<>(photos);
        kept.keySet().removeAll(NAMES);
        return kept;
    }
}
