package io.faceline.systemtests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What happened behind the page. Everything is told once. */
final class BrowserLog {
    /** Which events tell of a request, and where in them its address is. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "Network.requestWillBeSent", "/params/request/url",
            "Network.webSocketCreated", "/params/url");
    /** Of addresses that leave the machine; {@code blob:} and {@code data:} do not. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

    private final ChromeDriver driver;

    BrowserLog(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Errors of scripts, exceptions that nobody caught, what could not be loaded and what the page's policy forbids. */
    List<String> errors() {
        return entries(LogType.BROWSER)
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses of all requests to other hosts or ports than this. */
    List<String> requestsBeyond(String authority) {
        return entries(LogType.PERFORMANCE)
                .map(entry -> json(entry.getMessage()).path("message"))
                .filter(event -> ADDRESSES.containsKey(event.path("method").asText()))
                .map(event ->
                        event.at(ADDRESSES.get(event.path("method").asText())).asText())
                .filter(address -> isBeyond(authority, address))
                .toList();
    }

    void forget() {
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    private Stream<LogEntry> entries(String type) {
        return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false);
    }

    private static boolean isBeyond(String authority, String address) {
        var scheme = address.substring(0, Math.max(0, address.indexOf(':')));
        return SCHEMES.contains(scheme) && !authority.equals(URI.create(address).getRawAuthority());
    }

    private static JsonNode json(String text) {
        try {
            return Mappers.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
