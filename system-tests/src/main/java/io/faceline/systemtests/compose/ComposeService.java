package io.faceline.systemtests.compose;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service of the Compose file.
 *
 * @param command the main class, for a service of our image
 * @param environment the variables that the file gives a value
 * @param passedOn the names of those that it leaves to where Compose runs
 * @param dependsOn what must have come to be, by the service it must have happened to
 * @param healthTest a command with its arguments; ends with 0 when the service is well. Empty without a health check
 * @param cpuShares weight when cores are scarce, 1024 by default
 * @param memory how much it may have at most, as the file writes it: {@code 512m}
 */
record ComposeService(
        String name,
        String image,
        List<String> command,
        Map<String, String> environment,
        Set<String> passedOn,
        Map<String, Condition> dependsOn,
        List<String> healthTest,
        List<PublishedPort> ports,
        List<String> volumes,
        int cpuShares,
        String memory) {
    private static final String OWN_IMAGE = "faceline";
    private static final int DEFAULT_CPU_SHARES = 1024;

    ComposeService {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        passedOn = Set.copyOf(passedOn);
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
                service.mapping("environment").withoutValue(),
                dependsOn(service.mapping("depends_on")),
                healthTest(service.mapping("healthcheck").texts("test")),
                service.texts("ports").stream().map(PublishedPort::parse).toList(),
                service.texts("volumes"),
                service.text("cpu_shares").map(Integer::valueOf).orElse(DEFAULT_CPU_SHARES),
                required(name, service, "mem_limit"));
    }

    /** A second instance of this service, on any free port. */
    ComposeService anotherInstance() {
        var another = name + "-2";
        var changed = new HashMap<>(environment);
        changed.put("FACELINE_INSTANCE_ID", another);
        return new ComposeService(
                another,
                image,
                command,
                changed,
                passedOn,
                dependsOn,
                healthTest,
                List.of(),
                volumes,
                cpuShares,
                memory);
    }

    boolean isOwn() {
        return image.equals(OWN_IMAGE);
    }

    /** Whether other services come first when cores are scarce. */
    boolean hasLowPriority() {
        return cpuShares < DEFAULT_CPU_SHARES;
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
