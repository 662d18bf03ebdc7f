package io.faceline.contracts.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of all golden bytes of a module: old data can be read, and all that may be written has been considered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GoldenContract {
    private final GoldenFiles files;

    protected GoldenContract(GoldenFiles files) {
        this.files = files;
    }

    /** Old and new: what was ever written must be readable. */
    protected abstract List<GoldenRecord<?>> all();

    /** What this version writes as it was ever written. What is written differently now is left out here, never of {@link #all}. */
    protected abstract List<GoldenRecord<?>> stillWritten();

    @ParameterizedTest
    @MethodSource("all")
    <V> void goldenBytes_areReadAsTheSample(GoldenRecord<V> golden) throws IOException {
        assertThat(golden.deserialize(files.read(golden))).as(golden.file()).isEqualTo(golden.value());
    }

    @ParameterizedTest
    @MethodSource("stillWritten")
    void sample_isWrittenAsTheGoldenBytes(GoldenRecord<?> golden) throws IOException {
        assertThat(golden.serialize()).as(golden.file()).isEqualTo(files.read(golden));
    }

    @Test
    void everyGoldenFile_isOfOneSample() throws IOException, URISyntaxException {
        assertThat(all()).extracting(GoldenRecord::file).doesNotHaveDuplicates().hasSameElementsAs(files.list());
    }

    @Test
    void everyCase_occursInSomeSample() {
        var values = all().stream()
                .<Object>map(GoldenRecord::value)
                .filter(Objects::nonNull)
                .toList();

        assertThat(Coverage.missing(values)).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(
            named = GoldenFiles.WRITE,
            matches = ".+",
            disabledReason = "writes files; the README beside the golden files says when")
    void missingFiles_areWritten() throws IOException {
        files.writeMissing(stillWritten());
    }
}
