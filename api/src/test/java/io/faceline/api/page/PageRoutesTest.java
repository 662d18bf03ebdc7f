package io.faceline.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestServer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageRoutesTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"(/ui/[^\"#]*)");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import |import\\()['`](/ui/[^'`]+)['`]");
    private static final String PAGE_BY_NAME = "/ui/pages/${page}.js";

    private final TestServer server = new TestServer(List.of(new PageRoutes()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void page_isMadeOfWhatThisServerHas() throws Exception {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(addresses("/", ADDRESS));
        while (!next.isEmpty()) {
            var address = next.remove();
            if (seen.add(address) && address.endsWith(".js")) {
                next.addAll(addresses(address, IMPORT));
            }
        }

        assertThat(seen).contains("/ui/app/app.js", "/ui/style/base.css", "/ui/pages/recognize.js");
        for (var address : seen) {
            assertThat(server.ask("GET", address, "").status()).as(address).isEqualTo(200);
        }
    }

    private Set<String> addresses(String of, Pattern pattern) throws Exception {
        var text = server.ask("GET", of, "").body();
        var found = new HashSet<>(pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList());
        if (found.remove(PAGE_BY_NAME)) {
            for (var page : List.of("recognize", "videos", "live", "people", "status", "help")) {
                found.add(PAGE_BY_NAME.replace("${page}", page));
            }
        }
        return found;
    }

    /** The policy forbids inline styles and scripts. */
    @Test
    void page_keepsToTheStrictContentPolicy() throws Exception {
        var page = server.ask("GET", "/", "");

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<style", "style=", "<script>", "http-equiv");
    }

    @Test
    void unchangedFile_isNotSentAgain() throws Exception {
        var first = server.ask("GET", "/ui/app/app.js", "");

        var again = server.askUnlessIs(first.header("ETag"), "/ui/app/app.js");

        assertThat(first.header("Content-Type")).startsWith("text/javascript");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.askUnlessIs("\"another\"", "/ui/app/app.js").status()).isEqualTo(200);
    }

    @Test
    void otherResources_areNotShown() throws Exception {
        for (var path : List.of(
                "/ui/index.html/x",
                "/ui/app/app.class",
                "/ui/..%2Fapi/page.js",
                "/ui/app/..%2F..%2Findex.html",
                "/ui/style/none.css",
                "/ui/app/%00.js")) {
            assertThat(server.ask("GET", path, "").status()).as(path).isIn(400, 404);
        }
    }
}
