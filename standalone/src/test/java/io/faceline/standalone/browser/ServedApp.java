package io.faceline.standalone.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.runtime.HttpSettings;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** All that {@code faceline up} serves, in this JVM, on a free port, with nothing in it yet. Takes seconds: one a test class. */
final class ServedApp implements AutoCloseable {
    private final Pipeline pipeline;
    private final String url;

    private ServedApp(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.url = "http://127.0.0.1:"
                + pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port();
    }

    static ServedApp start() {
        return startWith(Map.of());
    }

    /** Where this token may change the shared gallery. */
    static ServedApp startForAdmin(String token) {
        return startWith(Map.of("FACELINE_ADMIN_TOKEN", token));
    }

    /** @param settings above those of the environment */
    static ServedApp startWith(Map<String, String> settings) {
        assumeThat(Path.of(System.getProperty("faceline.npm"), "node_modules"))
                .as("the models, which npm brings")
                .exists();
        var environment = new HashMap<>(System.getenv());
        environment.putAll(settings);
        return new ServedApp(Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment));
    }

    /** @param path such as {@code /#/people} */
    String url(String path) {
        return url + path;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
