package io.faceline.systemtests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** A visitor's Chromium, seen through the eyes and hands of the visitor. Starting takes a second; {@link ServedPage} shares one. */
final class Browser implements AutoCloseable {
    /** A page behind a whole pipeline, beside another browser and other processes on the same cores. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("faceline.root"), "system-tests", "target", "screenshots");

    private final ChromeDriver driver;
    private final DeveloperTools tools;
    private final BrowserLog log;
    private final AccessibleElements accessible;
    private String authority = "";

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.tools = new DeveloperTools(driver);
        this.log = new BrowserLog(driver);
        this.accessible = new AccessibleElements(driver, tools);
        tools.permitCamera("granted");
        emulate(Device.DESKTOP, ColorScheme.LIGHT);
    }

    static Browser start() {
        return new Browser(Chromium.start(Optional.empty()));
    }

    /** @param camera a film of {@link FakeCamera}; the visitor allows its use */
    static Browser startWithCamera(Path camera) {
        return new Browser(Chromium.start(Optional.of(camera)));
    }

    /** Returns when the page is loaded. Its host and port are from now on the server. */
    Browser open(String url) {
        authority = URI.create(url).getRawAuthority();
        driver.get(url);
        return this;
    }

    /** The same, as a visitor who was here before and needs no tour. */
    Browser openAgain(String url) {
        var note = tools.call(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "if (location.host) localStorage.setItem('faceline.tour', 'yes');"));
        open(url);
        tools.call("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", note.get("identifier")));
        return this;
    }

    /** As a visitor who was never here: no cookies, nothing stored, nothing denied, a fast network, a desktop by day, an empty log. */
    void beNewVisitor() {
        tools.unthrottle();
        tools.permitCamera("granted");
        emulate(Device.DESKTOP, ColorScheme.LIGHT);
        if (!authority.isEmpty()) {
            run("if (location.host) sessionStorage.clear();");
            tools.call("Storage.clearDataForOrigin", Map.of("origin", origin(), "storageTypes", "all"));
        }
        tools.call("Network.clearBrowserCookies", Map.of());
        tools.call("Network.clearBrowserCache", Map.of());
        driver.get("about:blank");
        log.forget();
    }

    private String origin() {
        return run("return location.origin").toString();
    }

    String title() {
        return driver.getTitle();
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** What can be read on the page. */
    String text() {
        return find("body").getText();
    }

    void reload() {
        driver.navigate().refresh();
    }

    void back() {
        driver.navigate().back();
    }

    /** Awaits that this can be read in the first such element that can be seen. */
    void awaitText(String css, String text) {
        await("\"" + text + "\" in " + css, () -> findAll(css).stream()
                .anyMatch(element -> element.isDisplayed() && element.getText().contains(text)));
    }

    /** Awaits that as many are there, seen or not. */
    List<WebElement> await(int count, String css) {
        return patient(count + " of " + css).until(() -> findAll(css), found -> found.size() == count);
    }

    void awaitGone(String css) {
        await(0, css);
    }

    void click(String css) {
        patient("to click " + css).until(() -> {
            find(css).click();
            return true;
        });
    }

    void click(String role, String name) {
        patient("to click " + role + " " + name).until(() -> {
            find(role, name).click();
            return true;
        });
    }

    /** Chooses an option by its text. */
    void choose(String css, String text) {
        patient("to choose " + text + " of " + css)
                .until(
                        () -> find(css).findElements(By.tagName("option")).stream()
                                .filter(option -> option.getText().strip().equals(text))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .click();
    }

    /** In place of what is there. */
    void type(String css, String text) {
        var field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    /** Awaits the first that can be seen. */
    WebElement find(String css) {
        return seen(css, () -> findAll(css));
    }

    /** As of now, also what cannot be seen. */
    List<WebElement> findAll(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Awaits the first that can be seen with this ARIA role and exactly this accessible name. */
    WebElement find(String role, String name) {
        return seen(role + " \"" + name + "\"", () -> accessible.find(role, name));
    }

    private static WebElement seen(String what, Callable<List<WebElement>> search) {
        return patient(what)
                .until(
                        () -> search.call().stream()
                                .filter(WebElement::isDisplayed)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Fails, saying what was awaited, when it does not come true in time. */
    void await(String what, Callable<Boolean> condition) {
        patient(what).until(condition);
    }

    /** Elements come and go while a page works, so their absence is no reason to give up. */
    private static ConditionFactory patient(String what) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class);
    }

    /** To whatever has the focus. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Into whatever has the focus, in place of what is selected there: any letters, as input methods give them. */
    void insert(String text) {
        tools.call("Input.insertText", Map.of("text", text));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Chooses files in an {@code input[type=file]}, which pages often hide. */
    void upload(String css, Path... files) {
        var input = patient(css).until(() -> findAll(css).stream().findFirst(), Optional::isPresent);
        input.orElseThrow().sendKeys(String.join("\n", paths(files)));
    }

    /** Drags files from the desktop onto the middle of an element. */
    void drop(String css, Path... files) {
        var place = DeveloperTools.object(run("""
                arguments[0].scrollIntoView({block: 'center', behavior: 'instant'});
                const box = arguments[0].getBoundingClientRect();
                return {x: box.x + box.width / 2, y: box.y + box.height / 2};
                """, find(css)));
        tools.drop(paths(files), ((Number) place.get("x")).doubleValue(), ((Number) place.get("y")).doubleValue());
    }

    private static List<String> paths(Path... files) {
        return Arrays.stream(files)
                .map(file -> file.toAbsolutePath().normalize().toString())
                .toList();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The script calls its last argument with what it has to say. */
    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    void emulate(Device device, ColorScheme scheme) {
        emulate(device, scheme, Motion.ANY);
    }

    void emulate(Device device, ColorScheme scheme, Motion motion) {
        device.emulate(tools);
        tools.prefer(scheme, motion);
    }

    /** A slow network, until there is a new visitor. */
    void throttle(int latencyMs, int bytesPerSecond) {
        tools.throttle(latencyMs, bytesPerSecond);
    }

    /** No network at all, until there is a new visitor. */
    void unplug() {
        tools.unplug();
    }

    /** Until there is a new visitor. */
    void denyCamera() {
        tools.permitCamera("denied");
    }

    /** Files that the page saves go there without a question. */
    void saveTo(Path folder) {
        tools.call(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
    }

    /** Awaits a file that the page saves. */
    Path saved(Path folder, String name) {
        await("the file " + name, () -> Files.exists(folder.resolve(name)));
        return folder.resolve(name);
    }

    /** As if the server were gone, for addresses like these with {@code *}; none ends it. */
    void block(String... addresses) {
        tools.call("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** The whole page, or the window where a dialog covers it, in target/screenshots/NAME.png. */
    Path screenshot(String name) {
        try {
            return Files.write(Files.createDirectories(SCREENSHOTS).resolve(name + ".png"), picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] picture() {
        if (findAll("dialog[open]").isEmpty()) {
            run("window.scrollTo({top: 0, behavior: 'instant'})");
            return tools.fullPage();
        }
        return tools.window();
    }

    /** Since last asked: errors of scripts, exceptions that nobody caught, what could not be loaded. */
    List<String> consoleErrors() {
        return log.errors();
    }

    /** Since last asked: every address that the page asked anything of, other than the server's. */
    List<String> foreignRequests() {
        return log.requestsBeyond(authority);
    }

    /** Grave faults of accessibility of the page as it stands. */
    List<String> axe() {
        return Axe.faults(driver);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
