package io.faceline.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFolderTest {
    @TempDir
    Path folder;

    @Test
    void firstPhotos_areOrderedByPath() throws IOException {
        write("Zoë/1.jpg", 3);
        write("Anna/2.jpg", 2);
        write("Anna/1.jpg", 1);
        write("Anna/0.txt", 0);

        assertThat(PhotoFolder.first(2, folder)).containsExactly(photo(1), photo(2));
        assertThat(PhotoFolder.first(9, folder)).containsExactly(photo(1), photo(2), photo(3));
    }

    private void write(String name, int content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) content});
    }

    private static Blob photo(int content) {
        return Blob.wrap(new byte[] {(byte) content});
    }
}
