package io.faceline.systemtests.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.openqa.selenium.chrome.ChromeDriver;

/** Asks axe-core what keeps people from using the page. It comes in by the debugger, which no policy of the page stops. */
final class Axe {
    private static final String LIBRARY = "/META-INF/resources/webjars/axe-core/%s/axe.min.js";
    private static final String PROPERTIES = "/META-INF/maven/org.webjars.npm/axe-core/pom.properties";
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {}

    /** A line a grave fault: the rule, what it wants, where it is broken. */
    static List<String> faults(ChromeDriver driver) {
        if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
            driver.executeScript(library());
        }
        var violations = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']})
                    .then(found => done(found.violations), failure => done([{impact: 'critical', id: String(failure)}]));
                """);
        return DeveloperTools.objects(violations).stream()
                .filter(violation -> GRAVE.contains(violation.get("impact")))
                .map(Axe::line)
                .toList();
    }

    private static String line(Map<String, Object> violation) {
        var places = DeveloperTools.objects(violation.getOrDefault("nodes", List.of())).stream()
                .map(node -> node.get("target") + " " + node.get("failureSummary"))
                .toList();
        return violation.get("impact") + " " + violation.get("id") + ": " + violation.get("help") + " " + places;
    }

    private static String library() {
        return new String(resource(LIBRARY.formatted(version())), StandardCharsets.UTF_8);
    }

    private static String version() {
        try {
            var properties = new Properties();
            properties.load(new ByteArrayInputStream(resource(PROPERTIES)));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String path) {
        try (var in = Axe.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
