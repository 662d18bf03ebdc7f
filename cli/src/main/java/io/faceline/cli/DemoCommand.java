package io.faceline.cli;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.file.JpegFolder;
import io.faceline.cli.file.WrittenFile;
import io.faceline.contracts.Blob;
import io.faceline.contracts.Shown;
import io.faceline.contracts.frame.Lane;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.FileFault;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.model.DefaultModels;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.ModelFetch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Demonstrates recognition on sample photos: enrolls a face cropped from one photo and finds it in others. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Enrolls a person from one sample photo and finds her in others, among strangers,",
            "through a real Kafka in this process. Writes the photos with boxes and names."
        },
        footer = {"", "Example:", "  faceline demo"})
final class DemoCommand implements Callable<Integer> {
    private static final Path SAMPLES = Path.of("node_modules", "@vladmandic", "face-api", "demo");
    private static final int PHOTOS = 6;
    private static final String NAME = "Alice";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--annotate",
            paramLabel = "DIR",
            defaultValue = "faceline-demo",
            description = "Folder for the annotated photos. Default: ${DEFAULT-VALUE}")
    private Path folder;

    @Override
    public Integer call() throws IOException, ImageException {
        requireWritable();
        ModelFetch.into(DefaultModels.folder());
        var people = folder.resolve("people");
        cropRightmost(sample(1), people.resolve(NAME));
        var arguments = arguments(people);
        print("Enrolling the woman on the right of sample1.jpg as " + NAME + ", then searching all sample photos:");
        print("$ faceline " + Shown.of(String.join(" ", arguments)));
        var exitCode = FacelineCommand.execute(
                spec.commandLine().getOut(), spec.commandLine().getErr(), arguments.toArray(String[]::new));
        print("");
        print("The annotated photos are in " + Shown.of(folder) + ". Try your own:");
        print("  ./faceline recognize --gallery people/ photos/*.jpg    people/ holds one folder of photos per person");
        print("  ./faceline --help");
        return exitCode;
    }

    private void requireWritable() {
        try {
            var unused = JpegFolder.open(folder);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("--annotate: " + folder + " cannot be written: " + FileFault.reason(e));
        }
    }

    private List<String> arguments(Path people) {
        var arguments =
                new ArrayList<>(List.of("recognize", "--gallery", people.toString(), "--annotate", folder.toString()));
        IntStream.rangeClosed(1, PHOTOS)
                .forEach(number -> arguments.add(sample(number).toString()));
        return arguments;
    }

    /** Crops the rightmost face of the photo with a margin. */
    static void cropRightmost(Path photo, Path person) throws IOException, ImageException {
        var settings = VisionSettings.defaults(InferencePermits.onePerCore(), Lane.BULK);
        try (var finder = Vision.openAnalyzer(settings)) {
            var faces = finder.find(Blob.wrap(Files.readAllBytes(photo)));
            var rightmost = faces.faces().stream()
                    .map(face -> face.face().box())
                    .max(Comparator.comparingDouble(box -> box.x()))
                    .orElseThrow();
            OwnerOnly.newFolder(person);
            WrittenFile.writeJpeg(person.resolve("cut-from-" + photo.getFileName()), FaceCrop.jpeg(photo, rightmost));
        }
    }

    private static Path sample(int number) {
        var photo = DefaultModels.folder()
                .resolve(SAMPLES)
                .resolve("sample" + number + ".jpg")
                .toAbsolutePath();
        var here = Path.of("").toAbsolutePath();
        return photo.startsWith(here) ? here.relativize(photo) : photo;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
