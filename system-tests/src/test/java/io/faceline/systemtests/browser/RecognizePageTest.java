package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Recognition of photos on the page. */
@Tag("slow")
@Tag("browser")
class RecognizePageTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera();

    private static final String CHOOSE = "fl-drop-zone input[multiple]";

    @TempDir
    private Path folder;

    @Test
    void severalPhotos_getABoxAFaceEach() {
        var browser = PAGE.open("/#/recognize");

        browser.upload(CHOOSE, CameraSubject.photo(), SharedPhotos.threePeople(), SharedPhotos.sixPeople());

        browser.awaitText(".photo-tools", "3 photos, 10 faces, 0 named");
        assertThat(boxesOf("obama.jpg")).hasSize(1);
        assertThat(boxesOf("obama_and_biden.jpg")).hasSize(3);
        assertThat(boxesOf("t1.jpg")).hasSize(6).allSatisfy(box -> {
            assertThat(box.getDomAttribute("data-tone")).isEqualTo("unknown");
            assertThat(box.getText()).startsWith("–");
            assertThat(box.getCssValue("border-top-style")).isEqualTo("dotted");
            assertThat(box.getAccessibleName()).isEqualTo("Unknown");
        });
        assertThat(wordsOf("t1.jpg")).contains("Unknown person.", "The face is turned away.");
    }

    @Test
    void boxes_lieWithinThePicture() {
        var browser = PAGE.open("/#/recognize");

        browser.upload(CHOOSE, SharedPhotos.threePeople());

        browser.await(3, ".face-box");
        assertThat(browser.run("""
                const picture = document.querySelector('fl-face-picture img').getBoundingClientRect();
                return [...document.querySelectorAll('.face-box')].map(box => box.getBoundingClientRect())
                    .every(box => box.left >= picture.left && box.right <= picture.right
                        && box.top >= picture.top && box.bottom <= picture.bottom && box.width > 20);
                """)).isEqualTo(true);
    }

    @Test
    void labels_coverNeitherEachOtherNorOtherFaces() {
        var browser = PAGE.open("/#/recognize");
        Enrollment.enroll(browser, "Barack Hussein Obama", CameraSubject.photo());
        Enrollment.enroll(browser, "Joseph Robinette Biden", SharedPhotos.biden());

        browser.upload(CHOOSE, SharedPhotos.threePeople());

        browser.awaitText(".photo-tools", "1 photo, 3 faces, 2 named");
        browser.await(
                "labels in place",
                () -> browser.findAll(".face-label[data-position]").size() == 3);
        assertThat(browser.run("""
                const picture = document.querySelector('fl-face-picture img').getBoundingClientRect();
                const boxes = [...document.querySelectorAll('.face-box')];
                const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
                const rectangle = (box, css) => (css ? box.querySelector(css) : box).getBoundingClientRect();
                return boxes.flatMap((box, i) => {
                    const label = rectangle(box, '.face-label');
                    const others = boxes.filter((other, j) => i !== j);
                    return [label.left >= picture.left - 1 && label.right <= picture.right + 1,
                        others.every(other => !covers(label, rectangle(other)) && !covers(label, rectangle(other, '.face-label')))];
                });
                """))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsOnly(true);
    }

    @Test
    void dropAndPaste_areLookedAt() throws IOException {
        var browser = PAGE.open("/#/recognize");

        browser.drop("fl-drop-zone", CameraSubject.photo());
        browser.awaitText(".photo-tools", "1 photo, 1 face, 0 named");
        paste(CameraSubject.photo(), "pasted.jpg");

        browser.awaitText(".photo-tools", "2 photos, 2 faces");
        assertThat(boxesOf("obama.jpg")).hasSize(1);
        assertThat(boxesOf("pasted.jpg")).hasSize(1);
    }

    private static void paste(Path photo, String name) throws IOException {
        PAGE.browser().run("""
                const bytes = Uint8Array.from(atob(arguments[0]), letter => letter.charCodeAt(0));
                const files = new DataTransfer();
                files.items.add(new File([bytes], arguments[1], {type: 'image/jpeg'}));
                document.dispatchEvent(new ClipboardEvent('paste', {clipboardData: files, bubbles: true}));
                """, Base64.getEncoder().encodeToString(Files.readAllBytes(photo)), name);
    }

    @Test
    void nameGivenToAFace_showsOnAllPhotos() {
        var browser = PAGE.open("/#/recognize");
        browser.upload(CHOOSE, CameraSubject.photo(), CameraSubject.otherPhoto(), SharedPhotos.threePeople());
        browser.awaitText(".photo-tools", "3 photos, 5 faces, 0 named");

        boxesOf("obama.jpg").get(0).click();
        browser.awaitText("dialog", "There is no one to compare with yet.");
        browser.press("Barack Obama");
        browser.click("button", "Add");

        browser.awaitText(".toasts", "Barack Obama was added.");
        browser.awaitText(".photo-tools", "3 photos, 5 faces, 3 named");
        browser.awaitGone("dialog");
        assertThat(boxesOf("obama2.jpg")).singleElement().satisfies(box -> {
            assertThat(box.getDomAttribute("data-tone")).isEqualTo("sure");
            assertThat(box.getText()).contains("✓", "Barack Obama", "%");
            assertThat(box.getCssValue("border-top-style")).isEqualTo("solid");
        });
        assertThat(boxesOf("obama_and_biden.jpg"))
                .extracting(box -> box.getDomAttribute("data-tone"))
                .containsExactlyInAnyOrder("sure", "unknown", "unknown");
        assertThat(wordsOf("obama_and_biden.jpg")).contains("This is Barack Obama (");
    }

    @Test
    void openedFace_saysWhyAndWhoComesNearest() {
        var browser = PAGE.open("/#/recognize");
        Enrollment.enroll(browser, "Barack Obama", CameraSubject.photo());
        browser.upload(CHOOSE, SharedPhotos.sixPeople());
        browser.await(6, ".face-box");

        browser.click(".verdicts li:has(p) button");

        var panel = browser.find("dialog").getText();
        assertThat(panel).contains("Unknown person.", "Why it was not recognized", "The face is not similar enough");
        assertThat(panel).contains("Most similar people", "Barack Obama", "A match needs at least 0.");
        assertThat(browser.findAll("dialog canvas")).hasSize(1);
    }

    @Test
    void answers_canBeSaved() throws IOException {
        var browser = PAGE.open("/#/recognize");
        browser.saveTo(folder);
        browser.upload(CHOOSE, SharedPhotos.threePeople());
        browser.await(3, ".face-box");

        browser.click("button", "Save image with boxes");
        browser.click("button", "Save result as JSON");
        browser.click("button", "Save faces as CSV");

        var original = ImageIO.read(SharedPhotos.threePeople().toFile());
        var picture =
                ImageIO.read(browser.saved(folder, "obama_and_biden-faces.jpg").toFile());
        assertThat(List.of(picture.getWidth(), picture.getHeight()))
                .isEqualTo(List.of(original.getWidth(), original.getHeight()));
        assertThat(json(browser.saved(folder, "obama_and_biden.json")).at("/outcome/value/faces"))
                .hasSize(3);
        var lines = Files.readString(browser.saved(folder, "faces.csv")).strip().split("\r\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).endsWith("file,face,decision,person_id,name,similarity,confidence,reasons,x,y,w,h");
        assertThat(Arrays.asList(lines).subList(1, 4)).allMatch(line -> line.startsWith("obama_and_biden.jpg,"));
    }

    private static JsonNode json(Path file) throws IOException {
        return Mappers.JSON.readTree(Files.readAllBytes(file));
    }

    @Test
    void whatIsNoPhoto_isSaidInASentence() throws IOException {
        PAGE.expectRefusal(415);
        PAGE.expectRefusal(422);
        var text = Files.writeString(folder.resolve("letter.jpg"), "Dear reader,\n", StandardCharsets.UTF_8);
        var whole = Files.readAllBytes(CameraSubject.photo());
        var half = Files.write(folder.resolve("half.jpg"), Arrays.copyOf(whole, 300));
        var browser = PAGE.open("/#/recognize");

        browser.upload(CHOOSE, text, half, SharedPhotos.nobody());

        browser.awaitText(card("letter.jpg"), "This file is not an image or video in a supported format.");
        browser.awaitText(card("half.jpg"), "The image is damaged and cannot be read.");
        browser.awaitText(card("017_0.jpg"), "No face found in this photo.");
        browser.click("button", "Remove letter.jpg from this page");
        browser.awaitGone(card("letter.jpg"));
        browser.click("button", "Clear");
        browser.awaitGone("fl-photo-result");
    }

    private static List<WebElement> boxesOf(String name) {
        return PAGE.browser().findAll(card(name) + " .face-box");
    }

    private static String wordsOf(String name) {
        return PAGE.browser().find(card(name) + " .photo-summary").getText();
    }

    private static String card(String name) {
        return "article[aria-label='%s']".formatted(name);
    }
}
