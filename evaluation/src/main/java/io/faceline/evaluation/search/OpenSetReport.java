package io.faceline.evaluation.search;

import java.util.List;

/**
 * One photo against a gallery, strangers among the photos.
 *
 * @param embedder its model id
 * @param people how many were enrolled; one whose photos show no face is not, and is missed in every probe
 * @param probes photos of enrolled people
 * @param strangers photos of others
 * @param facesNotFound photos without a face, of the gallery too
 * @param decided by the catalog's thresholds, margin included
 * @param byThreshold without a margin
 */
public record OpenSetReport(
        String embedder,
        int people,
        int probes,
        int strangers,
        int facesNotFound,
        double msPerFace,
        OpenSetRates decided,
        List<OpenSetRates> byThreshold) {
    public OpenSetReport {
        byThreshold = List.copyOf(byThreshold);
    }
}
