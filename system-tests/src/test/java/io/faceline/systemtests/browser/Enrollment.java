package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/** People who are there already, where a test is about something else: added by the page's own visitor, but without the page. */
final class Enrollment {
    private Enrollment() {}

    /** @param browser with a page of the server open, once it has its session */
    static void enroll(Browser browser, String name, Path... photos) {
        var files = Arrays.stream(photos).map(Enrollment::base64).toList();
        browser.await("a session", () -> browser.run("return localStorage.getItem('faceline.session')") != null);
        assertThat(browser.runAsync("""
                const [name, photos, done] = arguments;
                const form = new FormData();
                form.set('name', name);
                photos.map(photo => Uint8Array.from(atob(photo), letter => letter.charCodeAt(0)))
                    .forEach((bytes, i) => form.append('file', new File([bytes], `photo-${i}.jpg`)));
                fetch('/api/v1/people', {method: 'POST', body: form}).then(answer => done(answer.status), done);
                """, name, files)).isEqualTo(201L);
    }

    private static String base64(Path photo) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(photo));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
