package io.faceline.systemtests.compose;

import io.faceline.vision.model.DefaultModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in terms of this machine what the Compose file and the Dockerfile say in terms of containers.
 *
 * @param root of the clone, with docker-compose.yml, Dockerfile and scripts
 * @param folder for what a container keeps in /tmp and on volumes
 * @param kafka the name by which services know Kafka, {@code kafka:9092}
 * @param bootstrapServers where it is here
 * @param javaOptions for every service, before those of the image
 */
record LocalProcessMapping(Path root, Path folder, String kafka, String bootstrapServers, List<String> javaOptions) {
    private static final String IN_IMAGE = "/opt/faceline/";
    /** Where a container of this image keeps things: in memory, and on a volume. */
    private static final List<String> KEPT = List.of("/tmp/", "/var/lib/faceline/");

    LocalProcessMapping {
        javaOptions = List.copyOf(javaOptions);
    }

    /** The words that start the service. */
    List<String> command(ComposeService service) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        // What the limit of a container tells the JVM by itself.
        command.add("-XX:MaxRAM=" + service.memory());
        EntryPoint.read(root.resolve("Dockerfile")).stream()
                .skip(1)
                .map(this::here)
                .forEach(command::add);
        command.addAll(service.command());
        return command;
    }

    /** @param httpPort where it listens; ignored by a service that does not */
    Map<String, String> environment(ComposeService service, int httpPort) {
        var environment = new HashMap<String, String>();
        service.environment().forEach((name, value) -> environment.put(name, value(service, value)));
        environment.computeIfPresent("FACELINE_HTTP_HOST", (name, value) -> "127.0.0.1");
        environment.computeIfPresent("FACELINE_HTTP_PORT", (name, value) -> Integer.toString(httpPort));
        return environment;
    }

    List<String> healthTest(ComposeService service) {
        return service.healthTest().stream().map(this::here).toList();
    }

    private String value(ComposeService service, String value) {
        if (value.equals(kafka)) {
            return bootstrapServers;
        }
        return KEPT.stream()
                .filter(value::startsWith)
                .map(kept -> folder.resolve(service.name())
                        .resolve(value.substring(kept.length()))
                        .toString())
                .findFirst()
                .orElse(value);
    }

    private String here(String word) {
        return word.replace(IN_IMAGE + "faceline.jar", System.getProperty("java.class.path"))
                .replace(IN_IMAGE + "models", DefaultModels.folder().toString())
                .replace(IN_IMAGE + "healthy", root.resolve("scripts/healthy").toString());
    }
}
