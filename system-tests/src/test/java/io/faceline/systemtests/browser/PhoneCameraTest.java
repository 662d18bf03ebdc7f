package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks that a phone in the same network grants its camera to a page served over HTTPS, but not over HTTP. */
@Tag("slow")
@Tag("browser")
class PhoneCameraTest {
    private static Browser phone;

    @BeforeAll
    static void start() {
        phone = Browser.startWithCamera(FakeCamera.ofSitter());
        phone.emulate(Device.PHONE, ColorScheme.LIGHT);
    }

    @AfterAll
    static void close() {
        if (phone != null) {
            phone.close();
        }
    }

    @Test
    void camera_isGivenByHttps() {
        try (var app = ServedApp.startForPhones()) {
            phone.open(app.url("/"));
            phone.find("button", "Close").click();
            phone.open(app.url("/#/live"));
            phone.find("button", "Start the camera").click();

            phone.await("the face before the camera", () -> phone.text().contains("Unknown"));
            assertThat(phone.run("return isSecureContext")).isEqualTo(true);
            assertThat(phone.consoleErrors()).isEmpty();
            assertThat(phone.foreignRequests()).isEmpty();
        }
    }

    @Test
    void camera_isOutOfReachByHttp() {
        try (var server =
                new HttpServer(HttpSettings.of("0.0.0.0", 0), List.of(), new SimpleMeterRegistry(), List.of())) {
            server.start();
            phone.open("http://" + ServedApp.address() + ":" + server.port() + "/health");

            assertThat(phone.run("return 'mediaDevices' in navigator")).isEqualTo(false);
        }
    }
}
