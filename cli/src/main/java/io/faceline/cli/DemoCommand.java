package io.faceline.cli;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Lane;
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

/** The main job on sample photos: a woman cut out of one photo is found in another, among strangers. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Enrolls a person from one sample photo and finds her in another, among strangers,",
            "through a real Kafka in this process. Writes the photos with boxes and names drawn."
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
            description = "Where the photos with boxes and names go. Default: ${DEFAULT-VALUE}")
    private Path folder;

    @Override
    public Integer call() throws IOException, ImageException {
        ModelFetch.into(DefaultModels.folder());
        var people = folder.resolve("people");
        cutOut(sample(1), people.resolve(NAME));
        var arguments = arguments(people);
        say("In sample1.jpg the woman on the right is cut out and enrolled as " + NAME + ". Who is in all the photos?");
        say("$ faceline " + String.join(" ", arguments));
        var exitCode = FacelineCommand.execute(
                spec.commandLine().getOut(), spec.commandLine().getErr(), arguments.toArray(String[]::new));
        say("");
        say("The photos with boxes and names are in " + folder + ". Now your own:");
        say("  ./faceline recognize --gallery people/ photos/*.jpg    people/ holds one folder a person, with photos");
        say("  ./faceline --help");
        return exitCode;
    }

    private List<String> arguments(Path people) {
        var arguments =
                new ArrayList<>(List.of("recognize", "--gallery", people.toString(), "--annotate", folder.toString()));
        IntStream.rangeClosed(1, PHOTOS)
                .forEach(number -> arguments.add(sample(number).toString()));
        return arguments;
    }

    /** The rightmost face of the photo with a margin around it, as a person would crop it. */
    static void cutOut(Path photo, Path person) throws IOException, ImageException {
        var settings = VisionSettings.defaults(InferencePermits.onePerCore(), Lane.BULK);
        try (var finder = Vision.openAnalyzer(settings)) {
            var faces = finder.find(Blob.wrap(Files.readAllBytes(photo)));
            var rightmost = faces.faces().stream()
                    .map(face -> face.face().box())
                    .max(Comparator.comparingDouble(box -> box.x()))
                    .orElseThrow();
            Files.createDirectories(person);
            FaceCrop.cut(photo, rightmost, person.resolve("cut-from-" + photo.getFileName()));
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

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
