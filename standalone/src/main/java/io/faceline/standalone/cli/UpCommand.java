package io.faceline.standalone.cli;

import io.faceline.standalone.pipeline.Stages;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one process, until interrupted. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Serves recognition over HTTP: POST /api/v1/recognize, /health and /metrics.",
        footer = {
            "",
            "Example:",
            "  faceline up --data ~/faceline",
            "  curl -F file=@photo.jpg http://localhost:7860/api/v1/recognize",
        })
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFlags pipelineFlags;

    @Option(names = "--port", defaultValue = "7860", description = "Where to listen; 0 for any free port.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Which address to listen on; 0.0.0.0 lets other machines in.")
    private String host;

    @Override
    public Integer call() throws InterruptedException {
        try (var pipeline = pipelineFlags.open(Stages.ALL)) {
            var stopped = new CountDownLatch(1);
            pipeline.onStop(cause -> stopped.countDown());
            var server = pipeline.serve(host, port);
            say("faceline is up on http://" + (host.equals("127.0.0.1") ? "localhost" : host) + ":" + server.port());
            stopped.await();
            throw CommandFailure.failed("a stage stopped; the log says why");
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
