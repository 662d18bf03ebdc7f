package io.faceline.cli.report;

import static io.faceline.cli.report.TestFootage.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FootagePageTest {
    private static final String EVIL = "<script>alert('x')</script>\" onload=\"y & z\u0000";

    @TempDir
    Path folder;

    @Test
    void barsLieWhereTheirPeopleWere() throws Exception {
        var footage = new TestFootage(Map.of("ada", "Ada"))
                .person("ada", seen(10, 20), seen(60, 62.5))
                .uncertain("ada", seen(30, 35))
                .unknown(true, seen(0, 100));

        var page = page(footage);

        assertThat(values(page, "//tr[1]//rect[contains(@class, 'named')]/@x")).containsExactly("10.00%", "60.00%");
        assertThat(values(page, "//tr[1]//rect[contains(@class, 'named')]/@width"))
                .containsExactly("10.00%", "2.50%");
        assertThat(values(page, "//tr[1]//rect[contains(@class, 'uncertain')]/@x"))
                .containsExactly("30.00%");
        assertThat(values(page, "//tr[2]//rect[contains(@class, 'unknown')]/@width"))
                .containsExactly("100.00%");
        assertThat(values(page, "//tr[1]//rect/title").get(0)).contains("Ada").contains("named 10.0 – 20.0, 10 frames");
        assertThat(values(page, "//tfoot//text")).containsExactly("0", "15", "30", "45", "60", "75", "90");
    }

    @Test
    void namesAreTextAndNeverMarkup() throws Exception {
        var footage =
                new TestFootage(Map.of("evil", EVIL)).person("evil", seen(1, 2)).uncertain("evil", seen(3, 4));

        var html = html(footage, EVIL.replace("/", "").replace("\u0000", "") + ".mp4");

        assertThat(html).doesNotContainIgnoringCase("<script").doesNotContain("\" onload=");
        assertThat(values(parsed(html), "//article[1]//h4/bdi")).contains(EVIL.replace('\u0000', '\uFFFD'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "\"><img src=x onerror=alert(1)>",
                "]]><!-- <![CDATA[",
                "&lt;b&gt; & &amp;",
                "\u202Efdp.ada \u2066\u05D0\u05D3\u05D4",
                "javascript:alert(1)",
                "${1 + 1} @if(true) !{x}",
                "a\uD800b\uDC00c \uD83D\uDE00",
                "tab\tand\r\u0001\u007F\uFFFE"
            })
    void hostileNames_areReadAsTheyAreWritten(String name) throws Exception {
        var footage =
                new TestFootage(Map.of("evil", name)).person("evil", seen(1, 2)).uncertain("evil", seen(3, 4));

        var html = html(footage, "film.mp4");

        var shown = name.replaceAll("[\\p{Cc}\\p{Cs}\uFFFE&&[^\t]]", "\uFFFD");
        var page = parsed(html);
        assertThat(values(page, "//h4/bdi")).containsExactly(shown, shown);
        assertThat(values(page, "//tbody/tr[1]/th")).contains(shown);
        assertThat(values(page, "//rect/title")).allMatch(title -> title.startsWith("\u2068" + shown + "\u2069, "));
        assertThat(values(page, "//svg[@role='img']/@aria-label").get(0))
                .startsWith("\u2068" + shown.replace('\t', ' ') + "\u2069: ");
        assertThat(values(page, "//@*[starts-with(name(), 'on')] | //script")).isEmpty();
        assertThat(values(page, "//@alt")).hasSizeGreaterThan(3);
    }

    @Test
    void pageLoadsNothingAndRunsNothing() throws Exception {
        var html = html(new TestFootage(Map.of("ada", "Ada")).person("ada", seen(1, 2)), "film.mp4");

        var policy = values(parsed(html), "//meta[@http-equiv='Content-Security-Policy']/@content")
                .get(0);
        assertThat(policy)
                .isEqualTo("default-src 'none'; img-src data:; style-src 'sha256-" + sha256OfStyle(html)
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(html)
                .doesNotContain("http:", "https:", "//", "<link", "<iframe", "<script", "url(", "@import", " style=")
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(values(parsed(html), "//img/@src")).isNotEmpty().allMatch(source -> source.startsWith("data:"));
    }

    @Test
    void everyImageSaysWhatItShows() throws Exception {
        var footage = new TestFootage(Map.of("ada", "Ada"))
                .person("ada", seen(1, 2))
                .uncertain("ada", seen(5, 6))
                .unknown(true, seen(3, 4))
                .unknown(false, seen(7, 8));

        var page = page(footage);

        assertThat(values(page, "//img/@alt")).hasSizeGreaterThanOrEqualTo(6).noneMatch(String::isBlank);
        assertThat(values(page, "//svg[not(@aria-hidden)]/@aria-label")).isNotEmpty();
        assertThat(values(page, "//svg[not(@aria-hidden) and not(@aria-label)]/@class"))
                .isEmpty();
    }

    @Test
    void uncertainFaceStandsBesideTheGallery_withItsReasons() throws Exception {
        var page = page(new TestFootage(Map.of("ada", "Ada")).uncertain("ada", seen(3, 4)));

        var card = values(page, "//article[contains(@class, 'uncertain')]").get(0);
        assertThat(card)
                .contains("Is this Ada?")
                .contains("3.0 – 4.0, 10 frames")
                .contains("at best 0.43; a name needs 0.49")
                .contains("The face is small: 40 pixels wide.");
        var images = values(page, "//article//div[@class='pair']//img/@src");
        assertThat(images).containsExactly("data:image/jpeg;base64,AQID", "data:image/jpeg;base64,BAUG");
    }

    @Test
    void dayIsSaidOnce() {
        var look =
                new VideoPageContext(1, new TestFootage(Map.of()), position -> "2026-05-01 14:30:0" + position, true);

        assertThat(look.span(seen(1, 2))).isEqualTo("2026-05-01 14:30:01.0 – 14:30:02.0");
        assertThat(look.span(seen(1, 1))).isEqualTo("2026-05-01 14:30:01.0");
    }

    @Test
    void linksLeadToCards() throws Exception {
        var footage = new TestFootage(Map.of("ada", "Ada", "bob", "Bob"))
                .person("ada", seen(1, 2))
                .uncertain("bob", seen(3, 4))
                .unknown(true, seen(5, 6));

        var page = page(footage);

        var targets = values(page, "//a/@href");
        assertThat(targets).hasSize(3);
        assertThat(values(page, "//*/@id"))
                .containsAll(targets.stream().map(target -> target.substring(1)).toList());
    }

    @Test
    void failuresAreListed_andManyAreCounted() throws Exception {
        var footage = new TestFootage(Map.of());
        var page = new FootagePage(folder.resolve("page.html"), footage, Double::toString, false);
        IntStream.range(0, 60).forEach(n -> page.addFailure(Path.of("film.mp4"), n, "TOO_SLOW", "gave up"));
        page.write(TestFootage.run(List.of()));

        var html = Files.readString(folder.resolve("page.html"));
        assertThat(values(parsed(html), "//section[@class='failures']//li"))
                .hasSize(50)
                .first()
                .asString()
                .isEqualTo("film.mp4: frame at 0.0 lost: gave up TOO_SLOW");
        assertThat(html).contains("and 10 more").contains("nobody: the gallery is empty");
    }

    @Test
    void unwritablePlaceIsToldBefore() {
        assertThatThrownBy(() -> FootagePage.requireWritable(folder.resolve("missing/page.html")))
                .isInstanceOf(IOException.class)
                .hasMessage("its folder does not exist");
        assertThatThrownBy(() -> FootagePage.requireWritable(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("it is a folder");
    }

    @Test
    void fullDisk_isTold() {
        var full = Path.of("/dev/full");
        assumeThat(full).exists();
        var page = new FootagePage(full, new TestFootage(Map.of()), Double::toString, false);

        assertThatThrownBy(() -> page.write(TestFootage.run(List.of()))).isInstanceOf(IOException.class);
    }

    private Document page(TestFootage footage) throws Exception {
        return parsed(html(footage, "film.mp4"));
    }

    private String html(TestFootage footage, String video) throws IOException {
        var file = folder.resolve("page.html");
        var page = new FootagePage(file, footage, Double::toString, false);
        try (var stills = TestFootage.noStills()) {
            page.add(footage.video(video), stills);
        }
        page.write(TestFootage.run(List.of("Ada")));
        return Files.readString(file);
    }

    /** It must be well-formed, or this fails. */
    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<String> values(Document page, String path) throws Exception {
        var nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(n -> nodes.item(n).getTextContent())
                .toList();
    }

    private static String sha256OfStyle(String html) throws Exception {
        var style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
        var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
