package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs the Compose file of a repository without Docker, until interrupted or until a service ends. */
public final class ComposeMain {
    private static final int EXIT_FAILED = 1;

    private ComposeMain() {}

    /** @param arguments the repository, and a folder for Kafka's data and the logs */
    public static void main(String... arguments) throws InterruptedException {
        var folder = Path.of(arguments[1]).toAbsolutePath();
        try {
            run(Path.of(arguments[0]).toAbsolutePath(), folder);
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
        System.exit(EXIT_FAILED);
    }

    private static void run(Path root, Path folder) throws IOException, InterruptedException {
        var services = RunningServices.open(root, folder, true, List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(services::close, "shutdown"));
        System.out.println("starting; logs are in " + folder.resolve("logs"));
        services.start();
        System.out.println("all services are healthy: " + String.join(", ", services.names()));
        System.out.println(
                "ingest is on http://localhost:" + services.process("ingest").httpPort() + ", api on http://localhost:"
                        + services.process("api").httpPort() + "; Ctrl-C stops all");
        services.awaitEnd();
        System.err.println("a service ended; see its log in " + folder.resolve("logs"));
    }
}
