package io.faceline.vision.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this machine offers to wall in a decoder process, found out once: a memory limit by {@code prlimit} of util-linux,
 * and no network and no other files by {@code bwrap} of bubblewrap. Containers often forbid the latter. Thread-safe.
 *
 * @param prlimit the program, empty where there is none, as on macOS and Windows
 * @param bubblewrap the program, empty where it is missing or may not be used
 */
public record Isolation(Optional<Path> prlimit, Optional<Path> bubblewrap) {
    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);
    /** Where distributions install programs; a search path could lead to one of somebody else. */
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

    private static final int TRIAL_SECONDS = 10;
    private static final long AMPLE_BYTES = 1L << 40;

    static final Isolation NONE = new Isolation(Optional.empty(), Optional.empty());

    /** That of this machine. The first call tries the programs and logs which of them work. */
    public static Isolation detected() {
        return Once.DETECTED;
    }

    private static final class Once {
        static final Isolation DETECTED = detect(FOLDERS);
    }

    /** @param folders where to look for the programs */
    static Isolation detect(List<Path> folders) {
        var prlimit =
                program("prlimit", folders).filter(file -> works(List.of(file.toString(), limit(AMPLE_BYTES), "true")));
        var installed = program("bwrap", folders);
        var bubblewrap = installed.filter(file -> works(Sandbox.trial(file)));
        LOG.info(
                "event=decoder_isolation memory_limit={} sandbox={}",
                prlimit.isPresent() ? "prlimit" : "none, prlimit is missing",
                bubblewrap.isPresent()
                        ? "bubblewrap"
                        : installed.isPresent()
                                ? "none, this system forbids bubblewrap"
                                : "none, bubblewrap is not installed");
        return new Isolation(prlimit, bubblewrap);
    }

    /** The option of prlimit that limits the address space. */
    static String limit(long bytes) {
        return "--as=" + bytes;
    }

    private static Optional<Path> program(String name, List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean works(List<String> command) {
        try {
            var trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (trial.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS)) {
                return trial.exitValue() == 0;
            }
            trial.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
