package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.cli.certificate.NetworkAddresses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The browser of the system's packages, without a window, that reaches this machine alone. */
final class Chromium {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration SCRIPT_WITHIN = Duration.ofSeconds(30);
    /** It says of each new Chromium that it does not know it; held here, else it is forgotten. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private Chromium() {}

    /** @param camera a film that it takes for a camera; else there is none */
    static ChromeDriver start(Optional<Path> camera) {
        assumeThat(BROWSER).as("Debian's package chromium").exists();
        assumeThat(DRIVER).as("Debian's package chromium-driver").exists();
        SELENIUM.setLevel(Level.SEVERE);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options(camera));
        driver.manage().timeouts().scriptTimeout(SCRIPT_WITHIN);
        return driver;
    }

    private static ChromeOptions options(Optional<Path> camera) {
        var options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.setAcceptInsecureCerts(true);
        options.addArguments(
                "--headless",
                // For root, and for machines with little shared memory.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--disable-sync",
                "--mute-audio",
                "--lang=en-GB",
                "--no-proxy-server",
                "--host-resolver-rules=MAP * ~NOTFOUND, " + thisMachine());
        camera.ifPresent(film -> options.addArguments(
                "--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs());
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        return options;
    }

    private static String thisMachine() {
        return Stream.concat(Stream.of("localhost", "127.0.0.1"), NetworkAddresses.ofThisMachine().stream())
                .map(host -> "EXCLUDE " + host)
                .collect(Collectors.joining(", "));
    }

    private static LoggingPreferences logs() {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        return logs;
    }
}
