package io.faceline.cli.up;

import io.faceline.cli.certificate.SelfSignedCertificate;
import io.faceline.cli.progress.Terminal;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** Prints the addresses and the QR code for a phone in the same network, and the fingerprint to verify the server. */
final class PhoneAccessMessage {
    private PhoneAccessMessage() {}

    static void print(ServerAddress server, SelfSignedCertificate certificate, PrintWriter out) {
        var addresses = server.remote();
        addresses.forEach(address -> out.println("  from other machines: " + address));
        if (addresses.isEmpty()) {
            out.println("  Other machines cannot connect: --host 0.0.0.0 allows them.");
        } else if (QrCode.isWritable(charset())) {
            lines(QrCode.of(addresses.get(0))).forEach(out::println);
        }
        out.println("  Browsers warn about the self-signed certificate. It is this server's if its SHA-256 is");
        out.println("  " + certificate.fingerprint());
        out.flush();
    }

    private static List<String> lines(QrCode code) {
        return Terminal.isStandardOutput() ? code.colouredLines() : code.lines();
    }

    /** Java 17 uses the default charset for standard output; later versions have a property for it. */
    private static Charset charset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
    }
}
