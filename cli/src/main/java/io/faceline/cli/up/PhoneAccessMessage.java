package io.faceline.cli.up;

import io.faceline.cli.certificate.SelfSignedCertificate;
import io.faceline.cli.progress.Terminal;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** Tells how a phone of the same network gets in, and by what it knows that it got here. */
final class PhoneAccessMessage {
    private PhoneAccessMessage() {}

    static void print(ServerAddress place, SelfSignedCertificate certificate, PrintWriter out) {
        var addresses = place.elsewhere();
        addresses.forEach(address -> out.println("  from other machines: " + address));
        if (addresses.isEmpty()) {
            out.println("  A phone cannot reach it yet: --host 0.0.0.0 lets other machines in.");
        } else if (QrCode.isWritable(charset())) {
            lines(QrCode.of(addresses.get(0))).forEach(out::println);
        }
        out.println("  Browsers warn that nobody vouches for its certificate. It is this server's if its SHA-256 is");
        out.println("  " + certificate.fingerprint());
        out.flush();
    }

    private static List<String> lines(QrCode code) {
        return Terminal.isStandardOutput() ? code.colouredLines() : code.lines();
    }

    /** Java 17 writes standard output in its default one, later ones have a property for it. */
    private static Charset charset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
    }
}
