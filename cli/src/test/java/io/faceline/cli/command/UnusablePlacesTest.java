package io.faceline.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.FacelineMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place that cannot be used ends a command with one line and exit code 2, not with a stack trace. */
class UnusablePlacesTest {
    @TempDir
    Path folder;

    @Test
    void fileAsDataFolder() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        var run = CommandLineRun.of("people", "--data", file.toString(), "list");

        run.assertRefusedInOneLine("the data folder " + file + " cannot be used: it is a file, not a folder");
    }

    @Test
    void dataFolderBelowAFile() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        CommandLineRun.of("people", "--data", file.resolve("data").toString(), "list")
                .assertRefusedInOneLine("cannot be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "streams", "spool", "faceline.lock"})
    void somethingElseInTheDataFolder(String part) throws IOException {
        if (part.equals("faceline.lock")) {
            Files.createDirectory(folder.resolve(part));
        } else {
            Files.createFile(folder.resolve(part));
        }

        CommandLineRun.of("people", "--data", folder.toString(), "list").assertRefusedInOneLine(part);
    }

    @Test
    void kafkaOfSomethingElseInTheDataFolder() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("kafka")).resolve("meta.properties"), "nonsense");

        CommandLineRun.of("people", "--data", folder.toString(), "list").assertRefusedInOneLine("Kafka's data folder");
    }

    @Test
    void exportIntoNowhere() throws IOException {
        var data = folder.resolve("data").toString();
        var link = Files.createSymbolicLink(folder.resolve("link.jsonl"), folder.resolve("target.jsonl"));

        CommandLineRun.of(
                        "people",
                        "--data",
                        data,
                        "export",
                        folder.resolve("missing/p.jsonl").toString())
                .assertRefusedInOneLine("its folder does not exist");
        CommandLineRun.of("people", "--data", data, "export", link.toString())
                .assertRefusedInOneLine("exists; choose another");
        assertThat(folder.resolve("target.jsonl")).doesNotExist();
    }

    @Test
    void addressThatIsNone() {
        CommandLineRun.of("up", "--port", "99999")
                .assertRefusedInOneLine("--port must be between 0 and 65535, was 99999");
        CommandLineRun.of("up", "--host", "no.such.host.invalid", "--port", "0").assertRefusedInOneLine("--host: ");
    }

    @Test
    void kafkaPortThatIsNone() throws IOException {
        var data = folder.resolve("data").toString();

        CommandLineRun.of("up", "--kafka-port", "9092").assertRefusedInOneLine("--kafka-port requires --data DIR");
        CommandLineRun.of("up", "--data", data, "--kafka-port", "0")
                .assertRefusedInOneLine("--kafka-port must be between 1 and 65535, was 0");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun.of("up", "--data", data, "--kafka-port", Integer.toString(taken.getLocalPort()))
                    .assertRefusedInOneLine("--kafka-port: port " + taken.getLocalPort() + " cannot be used");
        }
    }

    @Test
    void dataFolderThatOthersCanUse() throws IOException {
        Files.createFile(folder.resolve("letter.txt"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        CommandLineRun.of("people", "--data", folder.toString(), "list")
                .assertRefusedInOneLine("can be used by other users (rwxr-xr-x) and it holds other files");
    }

    @Test
    void missingTemporaryFolder() throws Exception {
        var photo = Files.createFile(folder.resolve("a.jpg")).toString();
        var nowhere = folder.resolve("missing").toString();

        var run = process(List.of("-Djava.io.tmpdir=" + nowhere), Map.of(), "recognize", photo);

        run.assertRefusedInOneLine("the folder for temporary files, " + nowhere + ", which must be writable");
    }

    @Test
    void namesWithoutALocale_areRefused() throws Exception {
        for (var name : List.of("Макс", "Вася")) {
            Files.createFile(
                    Files.createDirectories(folder.resolve("people/" + name)).resolve("a.jpg"));
        }
        var photo = Files.createFile(folder.resolve("a.jpg")).toString();
        var people = folder.resolve("people").toString();

        var run = process(List.of(), Map.of("LC_ALL", "C"), "recognize", "--gallery", people, photo);

        run.assertRefusedInOneLine("has a name that cannot be read; set a locale, such as LC_ALL=C.UTF-8");
    }

    private CommandLineRun process(List<String> options, Map<String, String> environment, String... arguments)
            throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FacelineMain.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new CommandLineRun(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }
}
