package io.faceline.matcher;

import io.faceline.matcher.index.MeasureReference;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.runtime.metrics.StageMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;

/** Metrics of the matcher: processing time per frame, and the shared gallery. */
final class MatcherMetrics implements MeterBinder {
    private final StageMetrics stage = new StageMetrics("match", "all");
    private volatile SharedGallery gallery = new SharedGallery(MeasureReference.NONE);

    MatcherMetrics() {
        stage.number("faceline.gallery.references", "Embeddings in the shared gallery", this, metrics -> metrics.gallery
                        .gallery()
                        .size())
                .number(
                        "faceline.gallery.version",
                        "Version of the shared gallery: the last applied offset",
                        this,
                        metrics -> metrics.gallery.appliedOffsets().version());
    }

    /** Creates a gallery, and reports its metrics from now on. */
    SharedGallery openGallery(MeasureReference measuring) {
        gallery = new SharedGallery(measuring);
        return gallery;
    }

    <T> T time(Supplier<T> supplier) {
        return stage.time(supplier);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        stage.bindTo(registry);
    }
}
