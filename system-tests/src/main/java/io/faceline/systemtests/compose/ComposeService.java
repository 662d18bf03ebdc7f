package io.faceline.systemtests.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of the Compose file.
 *
 * @param command the main class, for a service of the faceline image
 * @param dependsOn required conditions by service
 * @param healthTest the command of the health check, which exits with 0 when the service is healthy; empty without one
 * @param memory the memory limit, such as {@code 512m}
 */
record ComposeService(
        String name,
        String image,
        List<String> command,
        Map<String, String> environment,
        Map<String, Condition> dependsOn,
        List<String> healthTest,
        List<PublishedPort> ports,
        List<String> volumes,
        String memory) {
    private static final String OWN_IMAGE = "faceline";

    ComposeService {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        dependsOn = Map.copyOf(dependsOn);
        healthTest = List.copyOf(healthTest);
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
    }

    static ComposeService of(String name, YamlMapping service) {
        return new ComposeService(
                name,
                required(name, service, "image"),
                service.texts("command"),
                service.mapping("environment").asTexts(),
                dependsOn(service.mapping("depends_on")),
                healthTest(service.mapping("healthcheck").texts("test")),
                service.texts("ports").stream().map(PublishedPort::parse).toList(),
                service.texts("volumes"),
                required(name, service, "mem_limit"));
    }

    boolean isOwn() {
        return image.equals(OWN_IMAGE);
    }

    /** The HTTP port in the container, if any. */
    Optional<Integer> httpPort() {
        return Optional.ofNullable(environment.get("FACELINE_HTTP_PORT")).map(Integer::valueOf);
    }

    private static Map<String, Condition> dependsOn(YamlMapping dependencies) {
        var conditions = new LinkedHashMap<String, Condition>();
        for (var name : dependencies.keys()) {
            conditions.put(name, Condition.parse(required(name, dependencies.mapping(name), "condition")));
        }
        return conditions;
    }

    private static List<String> healthTest(List<String> test) {
        if (test.isEmpty()) {
            return test;
        }
        if (!test.get(0).equals("CMD")) {
            throw new IllegalArgumentException("a health check must be a CMD, was " + test);
        }
        return test.subList(1, test.size());
    }

    private static String required(String name, YamlMapping mapping, String key) {
        return mapping.text(key).orElseThrow(() -> new IllegalArgumentException(name + " has no " + key));
    }
}
