package io.faceline.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EvaluateLookAlikesCommandTest {
    @TempDir
    Path folder;

    @Test
    void lookAlikes_onePersonInTwoFolders_isTheNearestPair_andIsNamedWrongly() throws IOException {
        copy("Ann_Veneman", 1, "Ann_Veneman");
        copy("Ann_Veneman", 2, "Somebody_Else");
        copy("Tony_Blair", 1, "Tony_Blair");

        var run = CommandLineRun.of("evaluate", "lookalikes", "--images", folder.toString(), "--count", "1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("the 1 pairs of 3 people")
                .contains("Ann_Veneman_0001.jpg, Ann_Veneman_0002.jpg")
                .contains("one of the two enrolled:  named rightly 0, wrongly 2, uncertain 0, unknown 0")
                .contains("one of them among 2 people enrolled:")
                .contains("both enrolled:                  named rightly 0, wrongly 0, uncertain 0, unknown 0");
    }

    @Test
    void lookAlikes_onePerson_isRefused() throws IOException {
        copy("Tony_Blair", 1, "Tony_Blair");

        var run = CommandLineRun.of("evaluate", "lookalikes", "--images", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("look-alikes need two people");
    }

    private void copy(String person, int number, String as) throws IOException {
        var photo = TestPhotos.shared(String.format("lfw/%s/%s_%04d.jpg", person, person, number));
        Files.copy(photo, Files.createDirectories(folder.resolve(as)).resolve(photo.getFileName()));
    }
}
