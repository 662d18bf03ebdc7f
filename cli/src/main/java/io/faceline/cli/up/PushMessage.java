package io.faceline.cli.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says how another program pushes a picture: the command, to be copied as it is. */
final class PushMessage {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~+,@%-]+");

    private PushMessage() {}

    /**
     * The lines; none if nobody can connect, or nothing is read.
     *
     * @param data folder with the file that says how to connect
     */
    static Optional<List<String>> of(Path data, Optional<String> topic) {
        var client = data.resolve("kafka.client");
        // kcat reads the file only if it comes first, and then lets later options win.
        return topic.filter(any -> Files.exists(client))
                .map(feeds -> List.of(
                        "To push pictures of a camera from another terminal (apt install kcat):",
                        "  kcat -F " + quoted(client.toString()) + " -X message.max.bytes=8388608 -P -t " + feeds
                                + " -k door-1 photo.jpg"));
    }

    /** As one word of a shell. */
    private static String quoted(String path) {
        return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
