package io.faceline.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFilesTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void linkThatLeadsBack_isAWarning_andTheOtherFilesAreFound() throws IOException {
        var photo = file("loop/a.jpg");
        file("beside.jpg");
        Files.createSymbolicLink(folder.resolve("loop/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("loop/self"), Path.of("."));

        var found = MediaFiles.ALL.of(List.of(folder.resolve("loop")), warnings::add);

        assertThat(found).containsExactly(photo);
        assertThat(warnings).hasSize(2).allMatch(warning -> warning.contains("was not followed"));
    }

    @Test
    void linksAmongFolders_areSearchedOnceEach() throws IOException {
        var count = 12;
        var photos = new ArrayList<Path>();
        for (var i = 0; i < count; i++) {
            photos.add(file("photos/%02d/a.jpg".formatted(i)));
        }
        for (var i = 0; i < count; i++) {
            for (var j = 0; j < count; j++) {
                Files.createSymbolicLink(
                        folder.resolve("photos/%02d/to-%02d".formatted(i, j)), Path.of("../%02d".formatted(j)));
            }
        }

        var found = MediaFiles.ALL.of(List.of(folder.resolve("photos")), warnings::add);

        assertThat(found).containsExactlyElementsOf(photos);
    }

    @Test
    void linkToAnotherFolder_isFollowed() throws IOException {
        file("elsewhere/b.jpg");
        file("photos/a.jpg");
        Files.createSymbolicLink(folder.resolve("photos/more"), folder.resolve("elsewhere"));

        var found = MediaFiles.ALL.of(List.of(folder.resolve("photos")), warnings::add);

        assertThat(found).containsExactly(folder.resolve("photos/a.jpg"), folder.resolve("photos/more/b.jpg"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void folderThatIsALink_isSearched() throws IOException {
        file("photos/a.jpg");
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("photos"));

        assertThat(MediaFiles.ALL.of(List.of(link), warnings::add)).containsExactly(link.resolve("a.jpg"));
    }

    @Test
    void linkThatLeadsNowhere_isAWarning() throws IOException {
        var photo = file("photos/a.jpg");
        Files.createSymbolicLink(folder.resolve("photos/b\u001b.jpg"), folder.resolve("missing.jpg"));

        var found = MediaFiles.ALL.of(List.of(folder.resolve("photos")), warnings::add);

        assertThat(found).containsExactly(photo);
        assertThat(warnings).singleElement().asString().contains("b\\u001b.jpg was not read: the link leads nowhere");
    }

    @Test
    void whatAFolderLeftOut_isCountedByExtension() throws IOException {
        var photo = file("photos/a.jpg");
        for (var name : List.of("b.HEIC", "sub/c.heic", "d.gif", "README", ".hidden.gif")) {
            file("photos/" + name);
        }

        var found = MediaFiles.PHOTOS.of(List.of(folder.resolve("photos")), warnings::add);

        assertThat(found).containsExactly(photo);
        assertThat(warnings)
                .containsExactly(
                        folder.resolve("photos") + ": 4 files were left out: 2 .heic, 1 without extension, 1 .gif");
    }

    @Test
    void jpegUnderItsOtherExtensions_isFound() throws IOException {
        var photos = List.of(file("a.jfif"), file("b.JFIF"), file("c.jpe"), file("d.pjpeg"));

        assertThat(MediaFiles.PHOTOS.of(List.of(folder), warnings::add)).containsExactlyElementsOf(photos);
    }

    @Test
    void namedFile_isKeptWhateverItsName() {
        var file = Path.of("missing.heic");

        assertThat(MediaFiles.ALL.of(List.of(file), warnings::add)).containsExactly(file);
        assertThat(warnings).isEmpty();
    }

    private Path file(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
