package io.faceline.matcher;

import io.faceline.matcher.people.SharedGallery;
import io.faceline.runtime.metrics.StageMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;

/** What operators are shown of the matcher: the time a frame takes, and the shared gallery. */
final class MatcherMetrics implements MeterBinder {
    private final StageMetrics stage = new StageMetrics("match", "all");
    private volatile SharedGallery gallery = new SharedGallery();

    MatcherMetrics() {
        stage.number("faceline.gallery.references", "Embeddings in the shared gallery", this, me -> me.gallery
                        .gallery()
                        .size())
                .number(
                        "faceline.gallery.version",
                        "Version of the shared gallery: the offset last applied",
                        this,
                        me -> me.gallery.arrivals().version());
    }

    /** A gallery, which is the one to be shown from now on. */
    SharedGallery openGallery() {
        gallery = new SharedGallery();
        return gallery;
    }

    <T> T time(Supplier<T> matching) {
        return stage.time(matching);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        stage.bindTo(registry);
    }
}
