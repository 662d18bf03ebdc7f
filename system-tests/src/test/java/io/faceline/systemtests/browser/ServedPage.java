package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A server and a browser for the tests of a class, each of which begins as a new visitor. After each, the page must have
 * made no error but the refusals that the test provoked, and asked nothing of other hosts. Starting them takes seconds:
 * classes that need the same settings and the same camera share them until the last test of all.
 */
final class ServedPage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final Namespace SHARED = Namespace.create(ServedPage.class);

    private final Supplier<Optional<Path>> camera;
    private final Map<String, String> settings;
    private final List<String> expected = new ArrayList<>();
    private Browser browser;
    private ServedApp app;

    private ServedPage(Supplier<Optional<Path>> camera, Map<String, String> settings) {
        this.camera = camera;
        this.settings = settings;
    }

    static ServedPage withoutCamera() {
        return withoutCamera(Map.of());
    }

    /** @param settings of the server */
    static ServedPage withoutCamera(Map<String, String> settings) {
        return new ServedPage(Optional::empty, settings);
    }

    /** @param film of {@link FakeCamera}; the visitor allows its use */
    static ServedPage withCamera(Supplier<Path> film) {
        return new ServedPage(() -> Optional.of(film.get()), Map.of());
    }

    /** By a visitor who needs no tour. */
    Browser open(String path) {
        return browser.openAgain(url(path));
    }

    /** The page of a person whom the visitor has just added. */
    Browser openPerson(String name, Path photo) {
        open("/#/people");
        Enrollment.enroll(browser, name, photo);
        browser.reload();
        browser.click("fl-people-section[scope=session] .person-card");
        browser.awaitText("h1", name);
        return browser;
    }

    Browser browser() {
        return browser;
    }

    /** The topics behind the server. */
    KafkaSettings kafka() {
        return app.kafka();
    }

    String url(String path) {
        return app.url(path);
    }

    /** Errors that have this in them are the test's own doing. */
    void expectErrors(String... parts) {
        expected.addAll(List.of(parts));
    }

    /** The browser tells refusals as errors. */
    void expectRefusal(int status) {
        expectErrors("responded with a status of " + status);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var shared = context.getRoot().getStore(SHARED);
        browser = shared.computeIfAbsent(camera.get(), ServedPage::start, Browser.class);
        app = shared.computeIfAbsent(settings, ServedApp::startWith, ServedApp.class);
    }

    private static Browser start(Optional<Path> film) {
        return film.map(Browser::startWithCamera).orElseGet(Browser::start);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser.block();
        browser.beNewVisitor();
        expected.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            browser.screenshot("failed-" + context.getRequiredTestMethod().getName());
            return;
        }
        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.consoleErrors())
                .filteredOn(error -> expected.stream().noneMatch(error::contains))
                .isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (browser != null) {
            // A page that stays open goes on working.
            browser.beNewVisitor();
        }
    }
}
