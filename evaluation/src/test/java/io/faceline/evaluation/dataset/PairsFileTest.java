package io.faceline.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsFileTest {
    private static final String GOOD = """
            2\t1
            Ada\t1\t2
            Ada\t1\tBob\t3
            Bob\t3\t12
            Bob\t12\tAda\t2
            """;

    @TempDir
    Path images;

    @BeforeEach
    void makePhotos() throws IOException {
        for (var photo : new String[] {"Ada/Ada_0001", "Ada/Ada_0002", "Bob/Bob_0003", "Bob/Bob_0012"}) {
            Files.createDirectories(images.resolve(photo).getParent());
            Files.createFile(images.resolve(photo + ".jpg"));
        }
    }

    @Test
    void read_wellFormedFile_givesPairsFoldByFold() throws IOException {
        var file = read(GOOD);

        assertThat(file.folds()).isEqualTo(2);
        assertThat(file.pairs())
                .containsExactly(
                        new PhotoPair(0, ada(1), ada(2), true),
                        new PhotoPair(0, ada(1), bob(3), false),
                        new PhotoPair(1, bob(3), bob(12), true),
                        new PhotoPair(1, bob(12), ada(2), false));
    }

    @Test
    void read_blankLinesAtTheEnd_areNoPairs() throws IOException {
        assertThat(read(GOOD + "\n\n").pairs()).hasSize(4);
    }

    @Test
    void photos_mentionedSeveralTimes_areListedOnce() throws IOException {
        assertThat(read(GOOD).photos()).containsExactly(ada(1), ada(2), bob(3), bob(12));
    }

    @Test
    void read_photoThatIsMissing_namesLineAndPhoto() {
        assertThatThrownBy(() -> read(GOOD.replace("Ada\t1\t2", "Ada\t1\t7")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("Ada_0007.jpg");
    }

    @Test
    void read_wrongNumberOfFields_namesLineAndWhatWasExpected() {
        assertThatThrownBy(() -> read(GOOD.replace("Ada\t1\tBob\t3", "Ada\t1\tBob")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("name, number, name, number");
    }

    @Test
    void read_numberThatIsNone_isRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("Ada\t1\t2", "Ada\tone\t2")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("\"one\"");
    }

    @Test
    void read_fileThatEndsTooEarly_saysWhatShouldFollow() {
        assertThatThrownBy(() -> read(GOOD.substring(0, GOOD.indexOf("Bob\t12"))))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("ends after line 4")
                .hasMessageContaining("a pair of two people");
    }

    @Test
    void read_morePairsThanPromised_isRefused() {
        assertThatThrownBy(() -> read(GOOD + "Ada\t1\t2\n"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("line 6")
                .hasMessageContaining("more than the 4 pairs");
    }

    @Test
    void read_emptyFile_saysWhatShouldFollow() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("number of folds");
    }

    @Test
    void read_oneFold_isRefusedSinceNoOtherCouldGiveItsThreshold() {
        assertThatThrownBy(() -> read("1\t1\nAda\t1\t2\nAda\t1\tBob\t3\n"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("at least two folds");
    }

    @Test
    void read_missingFileOrFolder_namesIt() {
        assertThatThrownBy(() -> PairsFile.read(images.resolve("none.txt"), images))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("none.txt");
        assertThatThrownBy(() -> PairsFile.read(images.resolve("pairs.txt"), images.resolve("none")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("is not a folder");
    }

    private PairsFile read(String content) throws IOException {
        return PairsFile.read(Files.writeString(images.resolve("pairs.txt"), content), images);
    }

    private Path ada(int number) {
        return images.resolve("Ada").resolve(String.format("Ada_%04d.jpg", number));
    }

    private Path bob(int number) {
        return images.resolve("Bob").resolve(String.format("Bob_%04d.jpg", number));
    }
}
