package io.faceline.cli.certificate;

import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs the {@code keytool} of the JDK, as Java has no public API to create a certificate. */
final class Keytool {
    private static final Path PROGRAM = Path.of(System.getProperty("java.home"), "bin", "keytool");
    private static final List<String> CERTIFICATE =
            List.of(("-J-Duser.timezone=UTC -J-Duser.language=en -genkeypair -storetype PKCS12"
                            + " -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -dname CN=faceline"
                            + " -ext KeyUsage:critical=digitalSignature -ext ExtendedKeyUsage=serverAuth")
                    .split(" "));
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Keytool() {}

    /**
     * Creates a PKCS#12 file with a new P-256 key and a certificate for it.
     *
     * @param hosts names and addresses that the certificate covers
     */
    static void makeCertificate(
            Path file, String alias, String password, List<String> hosts, Instant start, long days) {
        if (Files.notExists(PROGRAM) && Files.notExists(Path.of(PROGRAM + ".exe"))) {
            throw new SettingsException("the certificate needs " + PROGRAM + ", which is missing; use a complete JDK");
        }
        var names = hosts.stream().map(Keytool::alternativeName).collect(Collectors.joining(","));
        var command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(CERTIFICATE);
        command.addAll(List.of("-keystore", file.toString(), "-alias", alias, "-storepass", password));
        command.addAll(List.of("-startdate", START.format(start), "-validity", Long.toString(days)));
        command.addAll(List.of("-ext", "SAN=" + names));
        run(names, command);
    }

    private static String alternativeName(String host) {
        return (NetworkAddresses.isAddress(host) ? "ip:" : "dns:") + host;
    }

    private static void run(String names, List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new SettingsException("the certificate cannot be created for " + names + ": " + output.strip());
            }
        } catch (IOException e) {
            throw new SettingsException("the certificate cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while creating the certificate", e);
        }
    }
}
