package io.faceline.systemtests.browser;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** What WebDriver cannot ask of Chromium, by its DevTools protocol. */
final class DeveloperTools {
    private static final int COPY = 1;
    private static final int AS_FAST_AS_CAN_BE = -1;

    private final ChromeDriver driver;

    DeveloperTools(ChromeDriver driver) {
        this.driver = driver;
    }

    Map<String, Object> call(String method, Map<String, Object> parameters) {
        return driver.executeCdpCommand(method, parameters);
    }

    void prefer(ColorScheme scheme, Motion motion) {
        var features = List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme.value),
                Map.of("name", "prefers-reduced-motion", "value", motion.value));
        call("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    void throttle(int latencyMs, int bytesPerSecond) {
        network(false, latencyMs, bytesPerSecond);
    }

    void unthrottle() {
        network(false, 0, AS_FAST_AS_CAN_BE);
    }

    void unplug() {
        network(true, 0, AS_FAST_AS_CAN_BE);
    }

    private void network(boolean isOffline, int latencyMs, int bytesPerSecond) {
        call(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", isOffline,
                        "latency", latencyMs,
                        "downloadThroughput", bytesPerSecond,
                        "uploadThroughput", bytesPerSecond));
    }

    /** @param setting {@code granted}, {@code denied} or {@code prompt} */
    void permitCamera(String setting) {
        call("Browser.setPermission", Map.of("permission", Map.of("name", "camera"), "setting", setting));
    }

    /** Lets files fall onto a point of the window. */
    void drop(List<String> files, double x, double y) {
        var held = Map.of("items", List.of(), "files", files, "dragOperationsMask", COPY);
        for (var type : List.of("dragEnter", "dragOver", "drop")) {
            call("Input.dispatchDragEvent", Map.of("type", type, "x", x, "y", y, "data", held));
        }
    }

    /** The page from its top to its end, as PNG. */
    byte[] fullPage() {
        var size = object(call("Page.getLayoutMetrics", Map.of()).get("cssContentSize"));
        var all = Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
        return screenshot(Map.of("captureBeyondViewport", true, "optimizeForSpeed", true, "clip", all));
    }

    /** What is seen of the page at once, as PNG. */
    byte[] window() {
        return screenshot(Map.of());
    }

    private byte[] screenshot(Map<String, Object> what) {
        return Base64.getDecoder()
                .decode((String) call("Page.captureScreenshot", what).get("data"));
    }

    /** A part of an answer. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object json) {
        return (List<Map<String, Object>>) json;
    }
}
