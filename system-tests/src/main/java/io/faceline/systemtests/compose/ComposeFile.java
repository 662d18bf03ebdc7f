package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The content of docker-compose.yml: services in file order, and volume names. */
record ComposeFile(List<ComposeService> services, List<String> volumes) {
    ComposeFile {
        services = List.copyOf(services);
        volumes = List.copyOf(volumes);
    }

    static ComposeFile read(Path file) throws IOException {
        var document = YamlMapping.read(file);
        var services = document.mapping("services");
        return new ComposeFile(
                services.keys().stream()
                        .map(name -> ComposeService.of(name, services.mapping(name)))
                        .toList(),
                document.mapping("volumes").keys());
    }

    ComposeService service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown service " + name));
    }

    List<ComposeService> ownServices() {
        return services.stream().filter(ComposeService::isOwn).toList();
    }

    /** The Kafka service. */
    ComposeService kafka() {
        return service("kafka");
    }
}
