package io.faceline.systemtests.compose;

import io.faceline.vision.model.DefaultModels;
import io.faceline.web.access.SessionKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps commands, paths and ports of containers to processes of this machine.
 *
 * @param root the repository, with docker-compose.yml, Dockerfile and scripts
 * @param folder replaces /tmp and the volumes of containers
 * @param kafka the address of Kafka in the Compose file, {@code kafka:9092}
 * @param kafkaHere the settings of a process that uses the Kafka of this machine
 * @param sessionKey the value of {@code FACELINE_SESSION_KEY}, which Compose takes from where it runs
 * @param javaOptions options of every service, before those of the image
 */
record LocalProcessMapping(
        Path root,
        Path folder,
        String kafka,
        Map<String, String> kafkaHere,
        String sessionKey,
        List<String> javaOptions) {
    private static final String IMAGE_FOLDER = "/opt/faceline/";
    /** The writable folders of a container: in memory, and on a volume. */
    private static final List<String> WRITABLE_FOLDERS = List.of("/tmp/", "/var/lib/faceline/");

    /** As a quarter of the usual cpu_shares: Linux gives this a weight of 272 instead of 1024. */
    private static final List<String> LOW_PRIORITY = List.of("nice", "-n", "6");

    LocalProcessMapping {
        kafkaHere = Map.copyOf(kafkaHere);
        javaOptions = List.copyOf(javaOptions);
    }

    /** The command line of the service. */
    List<String> command(ComposeService service) throws IOException {
        var command = new ArrayList<String>();
        if (service.hasLowPriority()) {
            command.addAll(LOW_PRIORITY);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        // In a container, the JVM reads the limit itself.
        command.add("-XX:MaxRAM=" + service.memory());
        EntryPoint.read(root.resolve("Dockerfile")).stream()
                .skip(1)
                .map(this::localPath)
                .forEach(command::add);
        command.addAll(service.command());
        return command;
    }

    /** @param httpPort the HTTP port; ignored by a service without HTTP */
    Map<String, String> environment(ComposeService service, int httpPort) {
        var environment = new HashMap<String, String>();
        service.environment().forEach((name, value) -> environment.put(name, value(service, value)));
        if (service.passedOn().contains(SessionKey.SETTING)) {
            environment.put(SessionKey.SETTING, sessionKey);
        }
        if (environment.containsValue(kafka)) {
            environment.putAll(kafkaHere);
        }
        environment.computeIfPresent("FACELINE_HTTP_HOST", (name, value) -> "127.0.0.1");
        environment.computeIfPresent("FACELINE_HTTP_PORT", (name, value) -> Integer.toString(httpPort));
        return environment;
    }

    List<String> healthTest(ComposeService service) {
        return service.healthTest().stream().map(this::localPath).toList();
    }

    private String value(ComposeService service, String value) {
        return WRITABLE_FOLDERS.stream()
                .filter(value::startsWith)
                .map(kept -> folder.resolve(service.name())
                        .resolve(value.substring(kept.length()))
                        .toString())
                .findFirst()
                .orElse(value);
    }

    private String localPath(String argument) {
        return argument.replace(IMAGE_FOLDER + "faceline.jar", System.getProperty("java.class.path"))
                .replace(IMAGE_FOLDER + "models", DefaultModels.folder().toString())
                .replace(
                        IMAGE_FOLDER + "healthy",
                        root.resolve("scripts/healthy").toString());
    }
}
