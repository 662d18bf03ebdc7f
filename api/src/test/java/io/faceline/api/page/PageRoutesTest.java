package io.faceline.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageRoutesTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"(/ui/[^\"#]*)");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import |import\\()['`](\\.{1,2}/[^'`]+)['`]");
    private static final String PAGE_BY_NAME = "../${page}/${page}-page.js";

    private final TestServer server = new TestServer(new PageRoutes());
    private final TestClient client = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void page_isMadeOfWhatThisServerHas() {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(addresses("/", ADDRESS));
        while (!next.isEmpty()) {
            var address = next.remove();
            if (seen.add(address) && address.endsWith(".js")) {
                next.addAll(addresses(address, IMPORT));
            }
        }

        assertThat(seen).contains("/ui/app/app.js", "/ui/style/base.css", "/ui/recognize/recognize-page.js");
        for (var address : seen) {
            assertThat(client.get(address).status()).as(address).isEqualTo(200);
        }
    }

    private Set<String> addresses(String of, Pattern pattern) {
        var text = client.get(of).text();
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .flatMap(address -> address.equals(PAGE_BY_NAME) ? pages() : Stream.of(address))
                .map(address -> URI.create(of).resolve(address).toString())
                .collect(Collectors.toSet());
    }

    private static Stream<String> pages() {
        return Stream.of("recognize", "videos", "live", "cameras", "people", "status", "help")
                .map(page -> PAGE_BY_NAME.replace("${page}", page));
    }

    /** The policy forbids inline styles and scripts. */
    @Test
    void page_keepsToTheStrictContentPolicy() {
        var page = client.get("/");

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContain("<style", "style=", "<script>", "http-equiv");
    }

    @Test
    void unchangedFile_isNotSentAgain() {
        var first = client.get("/ui/app/app.js");

        var again = client.get("/ui/app/app.js", "If-None-Match", first.header("ETag"));

        assertThat(first.header("Content-Type")).startsWith("text/javascript");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(client.get("/ui/app/app.js", "If-None-Match", "\"another\"").status())
                .isEqualTo(200);
    }

    @Test
    void otherResources_areNotShown() {
        for (var path : List.of(
                "/ui/index.html/x",
                "/ui/app/app.class",
                "/ui/..%2Fapi/page.js",
                "/ui/app/..%2F..%2Findex.html",
                "/ui/style/none.css",
                "/ui/app/%00.js")) {
            assertThat(client.get(path).status()).as(path).isIn(400, 404);
        }
    }
}
