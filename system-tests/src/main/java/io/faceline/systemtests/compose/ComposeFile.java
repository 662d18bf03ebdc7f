package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** docker-compose.yml: the services in the order of the file, and the names of the volumes. */
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
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + name));
    }

    List<ComposeService> ours() {
        return services.stream().filter(ComposeService::isOurs).toList();
    }

    /** What all services work on. */
    ComposeService kafka() {
        return service("kafka");
    }
}
