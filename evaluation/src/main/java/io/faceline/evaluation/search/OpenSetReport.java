package io.faceline.evaluation.search;

import java.util.List;

/**
 * The report of an open-set identification (1:N).
 *
 * @param embedder model id
 * @param people number of enrolled people; those whose photos show no face are not enrolled and missed in every probe
 * @param probes number of photos of enrolled people
 * @param strangers number of photos of strangers
 * @param facesNotFound number of photos without a face, including the gallery
 * @param decided rates with the catalog's thresholds and margin
 * @param byThreshold rates by threshold, without a margin
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
