package io.faceline.systemtests.commandline;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands on the persistent gallery of a temporary folder. */
record GalleryCommands(Path folder) {
    Path data() {
        return folder.resolve("data");
    }

    CommandLineRun run(String name, String... more) {
        var arguments = new ArrayList<>(List.of(name, "--data", data().toString()));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    /** What is recognised on a sample photo, as JSON lines. */
    String names(int sample) {
        return run("recognize", "--json", TestPhotos.sample(sample).toString()).out();
    }

    /** Of the woman in samples 1 and 3. */
    String photoOfTheWoman() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zo\u00eb");
        return gallery.resolve("Zo\u00eb").resolve("cut-from-sample1.jpg").toString();
    }
}
