package io.faceline.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "film-Ada Lovelace, film-Ada Lovelace",
        "film-Zoë 王小明 👩‍🚀, film-Zoë 王小明 👩‍🚀",
        "film-محمد, film-محمد",
        "film-a/../../etc/passwd, film-a_.._.._etc_passwd",
        "film-a\\b:c*?, film-a_b_c__",
        "..hidden-Ada, _hidden-Ada",
        "-rf, _rf",
        "film-Ada. , film-Ada",
        "NUL.x-Ada, _NUL.x-Ada",
        "con, _con",
        "console, console",
        "'', _",
    })
    void keepsWhatIsHarmless(String wanted, String name) {
        assertThat(SafeFileName.of(wanted)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u202Egpj.exe", "a\u2028b", "\uD800", "\u007F"})
    void dropsWhatDeceivesOrCannotBeWritten(String wanted) {
        assertThat(SafeFileName.of(wanted)).contains("_").doesNotContainPattern("[\\p{Cntrl}\\p{Cs}\u202E\u2028]");
    }

    @Test
    void longNameIsCutBetweenCharacters(@TempDir Path folder) throws Exception {
        var name = SafeFileName.of("👩‍🚀".repeat(200));

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
        assertThat(name).doesNotContainPattern("\\p{Cs}");
        assertThat(Files.createFile(folder.resolve(name + ".jpg"))).exists();
    }

    @Test
    void noNameTwice_evenWhereCaseDoesNotCount() {
        var names = new SafeFileName();

        assertThat(names.fresh("film-Ada", ".jpg")).isEqualTo("film-Ada.jpg");
        assertThat(names.fresh("film-ada", ".jpg")).isEqualTo("film-ada-2.jpg");
        assertThat(names.fresh("film-Ada", ".jpg")).isEqualTo("film-Ada-3.jpg");
    }
}
