package io.faceline.benchmarks.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link CameraCosts}. */
@Tag("slow")
class CameraCostsTest {
    @TempDir
    Path folder;

    @Test
    void gateAndReuse_saveWork_andCostNoFaceAndNoName() throws Exception {
        var photos = Path.of(System.getProperty("faceline.shared")).resolve("data/lfw");
        assumeThat(photos)
                .as("the photos of LFW, which are not part of the project")
                .exists();
        var run = new CameraRun(photos, folder, 1);

        var all = run.run(Saving.NOTHING);
        var saved = run.run(Saving.BOTH);

        var before = CameraScore.of(all);
        var after = CameraScore.of(saved);
        assertThat(before.answered()).as("answered of %s", before).isEqualTo(before.frames());
        assertThat(after.answered()).as("answered of %s", after).isLessThan(before.answered() * 2 / 3);
        assertThat(after.missed()).as("frames with a face, not answered").isZero();
        assertThat(after.right()).as("people named").isEqualTo(before.right());
        assertThat(after.wrong()).as("wrong names").isLessThanOrEqualTo(before.wrong());
        assertThat(saved.cpu()).as("processor time").isLessThan(all.cpu());
    }
}
