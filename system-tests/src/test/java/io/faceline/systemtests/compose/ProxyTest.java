package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.ingest.Ingest;
import io.faceline.ingest.IngestSettings;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.Service;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.SessionKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks docker/nginx.conf against the routes of ingest and api. */
class ProxyTest {
    private static final Pattern RULE = Pattern.compile("^\\s+\"~(.+)\" (\\w+);$");
    private static final Settings NO_KAFKA = new Settings(
            Map.of("FACELINE_BOOTSTRAP_SERVERS", "127.0.0.1:9", "FACELINE_SESSION_KEY", SessionKey.newText()));

    private static final Map<Pattern, String> RULES = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        var file = Path.of(System.getProperty("faceline.root"), "docker", "nginx.conf");
        for (var line : Files.readAllLines(file)) {
            var rule = RULE.matcher(line);
            if (rule.matches()) {
                RULES.put(Pattern.compile(rule.group(1)), rule.group(2));
            }
        }
        assertThat(RULES).isNotEmpty();
    }

    @Test
    void ingestsRoutes_goToIngest() {
        try (var ingest = new Ingest(IngestSettings.from(NO_KAFKA), KafkaSettings.from(NO_KAFKA))) {
            assertThat(requests(ingest)).isNotEmpty().allSatisfy(request -> assertThat(service(request))
                    .isEqualTo("ingest"));
        }
    }

    @Test
    void allElse_goesToTheApi() {
        try (var api = new Api(ApiSettings.from(NO_KAFKA), KafkaSettings.from(NO_KAFKA))) {
            assertThat(requests(api)).isNotEmpty().allSatisfy(request -> assertThat(service(request))
                    .isEqualTo("api"));
        }
        assertThat(List.of("GET /", "GET /docs", "GET /health", "OPTIONS /api/v1/people"))
                .allSatisfy(request -> assertThat(service(request)).isEqualTo("api"));
    }

    /** The routes of a service as nginx sees them: a WebSocket begins as a GET. */
    private static List<String> requests(Service service) {
        try (var all = server(service.routes());
                var none = server(List.of())) {
            var common = none.routes();
            return all.routes().stream()
                    .filter(route -> !common.contains(route))
                    .map(route -> route.replace("WEBSOCKET", "GET"))
                    .map(route -> route.replaceAll("\\{\\w+}", "some-id").replaceAll("<\\w+>", "some/id:0"))
                    .toList();
        }
    }

    private static HttpServer server(List<Routes> routes) {
        return new HttpServer(HttpSettings.of("127.0.0.1", 0), List.of(), new SimpleMeterRegistry(), routes);
    }

    /** The first matching rule, as in nginx, or the default. */
    private static String service(String request) {
        return RULES.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(request).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("api");
    }
}
