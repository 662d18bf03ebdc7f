package io.faceline.vision.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Tells what a process within the walls can do. */
final class Prisoner {
    private static final long TOO_MUCH = 1500L << 20;

    private Prisoner() {}

    public static void main(String... arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(answer(in));
    }

    private static String answer(BufferedReader in) throws IOException {
        var question = in.readLine();
        return switch (question) {
            case "environment" -> String.join(" ", System.getenv().keySet());
            case "read" -> read(Path.of(in.readLine()));
            case "interfaces" ->
                NetworkInterface.networkInterfaces()
                        .map(NetworkInterface::getName)
                        .toList()
                        .toString();
            case "allocate" -> allocate();
            default -> question;
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** As a decoder does, past the limit that Java has for itself. */
    private static String allocate() {
        try (var memory = new BytePointer(Pointer.malloc(TOO_MUCH))) {
            return memory.isNull() ? "no memory" : "allocated";
        }
    }
}
