package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.cli.certificate.CertificateStore;
import io.faceline.cli.certificate.NetworkAddresses;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that {@code faceline up} serves, in this JVM, on a free port, with nothing in it yet. Takes seconds; {@link ServedPage} shares one. */
final class ServedApp implements AutoCloseable {
    private final Pipeline pipeline;
    private final String origin;
    private final int port;

    private ServedApp(Pipeline pipeline, String origin, HttpSettings http) {
        this.pipeline = pipeline;
        this.origin = origin;
        this.port = pipeline.serve(http).port();
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
        return new ServedApp(open(settings), "http://127.0.0.1", HttpSettings.of("127.0.0.1", 0));
    }

    /** @param data what is kept from one start to the next */
    static ServedApp startIn(Path data, int port) {
        var pipeline = Pipeline.open(PipelineOptions.lasting(data, Stages.ALL), environment(Map.of()));
        return new ServedApp(pipeline, "http://127.0.0.1", HttpSettings.of("127.0.0.1", port));
    }

    /** By HTTPS, at an address by which other machines reach this one, with a certificate that nobody vouches for. */
    static ServedApp startForPhones() {
        var certificate = CertificateStore.ephemeral(List.of(address()));
        var http = HttpSettings.of("0.0.0.0", 0).withTls(certificate.tls());
        return new ServedApp(open(Map.of()), "https://" + address(), http);
    }

    /** Of this machine, for others. */
    static String address() {
        var addresses = NetworkAddresses.ofThisMachine();
        assumeThat(addresses).as("a network that this machine is in").isNotEmpty();
        return addresses.get(0);
    }

    private static Pipeline open(Map<String, String> settings) {
        return Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment(settings));
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        assumeThat(Path.of(System.getProperty("faceline.npm"), "node_modules"))
                .as("the models, which npm brings")
                .exists();
        var environment = new HashMap<>(System.getenv());
        environment.putAll(settings);
        return environment;
    }

    /** @param path such as {@code /#/people} */
    String url(String path) {
        return origin + ":" + port + path;
    }

    /** The topics behind it. */
    KafkaSettings kafka() {
        return pipeline.kafka();
    }

    TestClient client() {
        return TestClient.of(port);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
