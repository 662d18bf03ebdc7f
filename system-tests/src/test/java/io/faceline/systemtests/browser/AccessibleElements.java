package io.faceline.systemtests.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Finds elements as a screen reader would tell them, also within shadow roots. */
final class AccessibleElements {
    private final ChromeDriver driver;
    private final DeveloperTools tools;

    AccessibleElements(ChromeDriver driver, DeveloperTools tools) {
        this.driver = driver;
        this.tools = tools;
    }

    /** Those that are not hidden from people. */
    List<WebElement> find(String role, String name) {
        var document = DeveloperTools.object(
                tools.call("DOM.getDocument", Map.of("depth", 0)).get("root"));
        var found = tools.call(
                "Accessibility.queryAXTree",
                Map.of("backendNodeId", document.get("backendNodeId"), "role", role, "accessibleName", name));
        return DeveloperTools.objects(found.get("nodes")).stream()
                .filter(node -> !Boolean.TRUE.equals(node.get("ignored")))
                .map(node -> Optional.ofNullable(node.get("backendDOMNodeId")))
                .flatMap(Optional::stream)
                .map(this::element)
                .toList();
    }

    /** The two protocols have no word for an element in common, so the page hands it over. */
    private WebElement element(Object node) {
        var object = DeveloperTools.object(
                tools.call("DOM.resolveNode", Map.of("backendNodeId", node)).get("object"));
        tools.call(
                "Runtime.callFunctionOn",
                Map.of(
                        "objectId",
                        object.get("objectId"),
                        "functionDeclaration",
                        "function () { window.handedOver = this; }"));
        return (WebElement) driver.executeScript("""
                const element = window.handedOver;
                delete window.handedOver;
                return element;
                """);
    }
}
