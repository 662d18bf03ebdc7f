package io.faceline.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFileTest {
    @TempDir
    Path folder;

    @Test
    void fileOfTheUser_isNeverReplaced() throws IOException {
        var photo = Files.write(folder.resolve("a.jpg"), jpeg(0x808080));
        var before = Files.readAllBytes(photo);

        assertThat(WrittenFile.isFree(photo)).isFalse();
        assertThatThrownBy(() -> WrittenFile.writeJpeg(photo, jpeg(0))).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> WrittenFile.writePage(photo, "<p>")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> WrittenFile.create(photo).close()).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(photo).hasBinaryContent(before);
    }

    @Test
    void writtenFile_isReplaced() throws IOException {
        var copy = folder.resolve("a.jpg");
        WrittenFile.writeJpeg(copy, jpeg(0xFF0000));
        WrittenFile.writeJpeg(copy, jpeg(0x0000FF));
        var page = folder.resolve("a.html");
        WrittenFile.writePage(page, "<p>1</p>");
        WrittenFile.writePage(page, "<p>2</p>");

        var image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(copy)));
        assertThat(image.getRGB(4, 4) & 0xFF).isGreaterThan(200);
        assertThat(page).content().contains("<p>2</p>").doesNotContain("<p>1</p>");
    }

    @Test
    void linkIsNotFollowed_whateverItLeadsTo() throws IOException {
        var target = folder.resolve("target.jpg");
        WrittenFile.writeJpeg(target, jpeg(0));
        var before = Files.readAllBytes(target);
        var link = Files.createSymbolicLink(folder.resolve("link.jpg"), target);
        var nowhere = Files.createSymbolicLink(folder.resolve("nowhere.jpg"), folder.resolve("missing.jpg"));

        assertThatThrownBy(() -> WrittenFile.writeJpeg(link, jpeg(0xFFFFFF))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WrittenFile.writeJpeg(nowhere, jpeg(0xFFFFFF))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WrittenFile.create(nowhere).close()).isInstanceOf(IOException.class);
        assertThat(target).hasBinaryContent(before);
        assertThat(folder.resolve("missing.jpg")).doesNotExist();
    }

    @Test
    void writtenFile_isClosedToOthers() throws IOException {
        var file = folder.resolve("a.html");

        WrittenFile.writePage(file, "");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    static byte[] jpeg(int rgb) throws IOException {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 16 * 16; i++) {
            image.setRGB(i % 16, i / 16, rgb);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
