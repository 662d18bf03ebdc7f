package io.faceline.api;

import io.faceline.runtime.Health;
import io.faceline.runtime.KafkaSettings;
import io.faceline.runtime.Routes;
import io.faceline.runtime.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;

/** The way out as a service. So far it serves the page and asks for changes on behalf of the command line. */
public final class Api implements Service {
    private final ChangeSender changes;

    public Api(ApiSettings settings, KafkaSettings kafka) {
        this.changes = new ChangeSender(kafka, settings.changeTimeout());
    }

    @Override
    public void start() {
        changes.start();
    }

    public ChangeSender changes() {
        return changes;
    }

    @Override
    public List<Routes> routes() {
        return List.of(new PageRoutes());
    }

    @Override
    public Health health() {
        return changes.health();
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        // Its reader ends on a bug alone and says so in health(); the HTTP face stays up to tell.
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        // Nothing of its own to measure yet.
    }

    @Override
    public void close() {
        changes.close();
    }
}
