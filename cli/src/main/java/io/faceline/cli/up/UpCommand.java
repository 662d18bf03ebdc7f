package io.faceline.cli.up;

import io.faceline.cli.certificate.CertificateStore;
import io.faceline.cli.certificate.SelfSignedCertificate;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.PipelineMixin;
import io.faceline.standalone.pipeline.Stages;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the whole pipeline in one process until interrupted. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Serves recognition over HTTP: POST /api/v1/recognize, /health and /metrics.",
        footer = {
            "",
            "Example:",
            "  faceline up --data ~/faceline",
            "  curl -F file=@photo.jpg http://localhost:7860/api/v1/recognize",
            "",
            "With network cameras:",
            "  faceline up --data ~/faceline --cameras cameras.yml",
            "",
            "For the camera of a phone in the same network:",
            "  faceline up --data ~/faceline --https --host 0.0.0.0",
        })
public final class UpCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineMixin pipelineOptions;

    @Option(names = "--port", defaultValue = "7860", description = "Port to listen on; 0 for any free port.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 allows other machines.")
    private String host;

    @Option(
            names = "--https",
            description =
                    "Serve HTTPS with a self-signed certificate: browsers allow the camera of another machine, such as"
                            + " a phone, only over HTTPS.")
    private boolean isHttps;

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            description = "Port of the Kafka over the data folder, for programs that send frames or read answers;"
                    + " DIR/kafka.client says how they connect. Default: any free port.")
    private Integer kafkaPort;

    @Option(
            names = "--cameras",
            paramLabel = "FILE",
            description = "YAML file with the cameras to read; changes of the file are taken over while it runs.")
    private Path cameras;

    @Override
    public Integer call() throws InterruptedException {
        requireAddress();
        var chosen = camerasFile();
        var certificate = isHttps ? Optional.of(certificate()) : Optional.<SelfSignedCertificate>empty();
        // --models also names the models that GET /models lists.
        try (var pipeline = pipelineOptions.open(Stages.ALL, kafkaPort(), chosen, "--models")) {
            var stopped = new CountDownLatch(1);
            pipeline.onStop(cause -> stopped.countDown());
            var server = certificate
                    .map(own -> pipeline.serve(host, port, own.tls()))
                    .orElseGet(() -> pipeline.serve(host, port));
            printAddress(address(server.port()), certificate);
            pipelineOptions
                    .data()
                    .flatMap(folder -> PushMessage.of(folder, pipeline.feedsTopic()))
                    .ifPresent(this::printLines);
            stopped.await();
            throw CommandFailure.failed("a stage stopped; see the log");
        }
    }

    /** The setting that names the file to the api. */
    private Map<String, String> camerasFile() {
        if (cameras == null) {
            return Map.of();
        }
        if (!Files.isRegularFile(cameras) || !Files.isReadable(cameras)) {
            throw CommandFailure.wrongUsage("--cameras: " + cameras + " is not a file that can be read");
        }
        return Map.of("FACELINE_CAMERAS_FILE", cameras.toAbsolutePath().toString());
    }

    private OptionalInt kafkaPort() {
        return kafkaPort == null ? OptionalInt.empty() : OptionalInt.of(kafkaPort);
    }

    private void requireAddress() {
        if (port < 0 || port > MAX_PORT) {
            throw CommandFailure.wrongUsage("--port must be between 0 and " + MAX_PORT + ", was " + port);
        }
        if (kafkaPort != null && (kafkaPort < 1 || kafkaPort > MAX_PORT)) {
            throw CommandFailure.wrongUsage("--kafka-port must be between 1 and " + MAX_PORT + ", was " + kafkaPort);
        }
        if (host.isBlank()) {
            throw CommandFailure.wrongUsage("--host must not be blank; 127.0.0.1 serves this machine only");
        }
        try {
            var unused = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw CommandFailure.wrongUsage("--host: \"" + host + "\" is neither an address nor a known host name");
        }
    }

    private ServerAddress address(int boundPort) {
        return new ServerAddress(isHttps ? "https" : "http", host, boundPort);
    }

    /** Stored in the data folder, or ephemeral without one. */
    private SelfSignedCertificate certificate() {
        var hosts = address(port).hosts();
        return pipelineOptions
                .data()
                .map(folder -> new CertificateStore(folder, Clock.systemUTC()).certificateFor(hosts))
                .orElseGet(() -> CertificateStore.ephemeral(hosts));
    }

    private void printLines(List<String> lines) {
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }

    private void printAddress(ServerAddress address, Optional<SelfSignedCertificate> certificate) {
        var out = spec.commandLine().getOut();
        out.println("faceline is up on " + address.local());
        certificate.ifPresent(own -> PhoneAccessMessage.print(address, own, out));
        out.flush();
    }
}
