package io.faceline.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaFilesByContentTest {
    @TempDir
    Path folder;

    @Test
    void folder_hasTransportStreamsButNotTypeScript() throws IOException {
        var stream = Files.write(folder.resolve("clip.ts"), transportStream());
        Files.writeString(folder.resolve("code.ts"), "export const answer: number = 42;\n".repeat(100));
        var recording = Files.write(folder.resolve("00001.MTS"), transportStream());

        assertThat(MediaFiles.ALL.of(List.of(folder), warning -> {})).containsExactly(recording, stream);
        assertThat(MediaFiles.PHOTOS.of(List.of(folder), warning -> {})).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.mpg, true", "a.flv, true", "a.WMV, true", "a.ogv, true", "a.m2ts, true", "a.jpg, false"})
    void fileWithoutContent_isDecidedByItsName(String name, boolean isVideo) throws IOException {
        assertThat(MediaFiles.isVideo(Files.createFile(folder.resolve(name)))).isEqualTo(isVideo);
    }

    @Test
    void videoNamedPhoto_isAVideo() throws IOException {
        var flv = "FLV\u0001\u0005\0\0\0\t\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MediaFiles.isVideo(Files.write(folder.resolve("a.jpg"), flv)))
                .isTrue();
        assertThat(MediaFiles.isVideo(Files.write(folder.resolve("b.jpg"), transportStream())))
                .isTrue();
    }

    private static byte[] transportStream() {
        var packets = new byte[10 * 188];
        for (var from = 0; from < packets.length; from += 188) {
            packets[from] = 'G';
        }
        return packets;
    }
}
