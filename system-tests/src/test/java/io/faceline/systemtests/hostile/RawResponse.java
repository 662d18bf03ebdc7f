package io.faceline.systemtests.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.serde.Mappers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a server said, byte by byte. */
record RawResponse(int status, String head, String body) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Nothing where the server closed without a word. A server that hangs is a {@link java.net.SocketTimeoutException}. */
    static Optional<RawResponse> to(byte[] request, int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send(request, socket);
            var text = new String(read(socket), StandardCharsets.UTF_8);
            return text.startsWith("HTTP/1.1 ") ? Optional.of(parse(text)) : Optional.empty();
        }
    }

    /** A server may refuse before it has read everything. */
    private static void send(byte[] request, Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (SocketException e) {
            // What it answered is still there to be read.
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        var piece = new byte[8192];
        var head = Optional.<String>empty();
        try {
            for (var count = socket.getInputStream().read(piece);
                    count >= 0;
                    count = socket.getInputStream().read(piece)) {
                read.write(piece, 0, count);
                // Sought until it is there: with every piece, a long answer would take longer to search than to read.
                head = head.or(() -> headOf(read));
                if (head.filter(RawResponse::isEndless).isPresent()) {
                    break;
                }
            }
        } catch (SocketException e) {
            // Closed while we were still sending; so far it came.
        }
        return read.toByteArray();
    }

    private static Optional<String> headOf(ByteArrayOutputStream read) {
        var text = read.toString(StandardCharsets.UTF_8);
        var end = text.indexOf(END_OF_HEAD);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(0, end));
    }

    /** Events and sockets have no end; their heads must do. */
    private static boolean isEndless(String head) {
        return head.contains("text/event-stream") || head.startsWith("HTTP/1.1 101");
    }

    private static RawResponse parse(String text) {
        var end = text.indexOf(END_OF_HEAD);
        var head = end < 0 ? text : text.substring(0, end + 2);
        return new RawResponse(
                Integer.parseInt(text.substring(9, 12)),
                head,
                end < 0 ? "" : text.substring(end + END_OF_HEAD.length()));
    }

    boolean hasHeader(String name) {
        return head.toLowerCase(Locale.ROOT).contains("\r\n" + name.toLowerCase(Locale.ROOT) + ":");
    }

    /** What is wrong with it as an answer to whatever may have come; empty when nothing is. */
    Optional<String> fault(Set<String> documentedCodes) {
        if (status == 101) {
            return Optional.empty();
        }
        if (status >= 500 && status != 501 && status != 505) {
            return Optional.of("a failure of the server");
        }
        if (!hasHeader("X-Content-Type-Options") || !hasHeader("Content-Security-Policy")) {
            return Optional.of("no security headers");
        }
        if (head.contains("JSESSIONID")) {
            return Optional.of("a cookie nobody asked for");
        }
        if (hasHeader("Injected") || body.contains("<script>")) {
            return Optional.of("what came is echoed");
        }
        return status >= 400 ? faultOfProblem(documentedCodes) : Optional.empty();
    }

    private Optional<String> faultOfProblem(Set<String> documentedCodes) {
        if (!head.contains("application/problem+json")) {
            return Optional.of("no problem");
        }
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try {
            var code = Mappers.JSON.readTree(json()).path("code").asText();
            return documentedCodes.contains(code) ? Optional.empty() : Optional.of("undocumented code " + code);
        } catch (JsonProcessingException e) {
            return Optional.of("a problem that is no JSON");
        }
    }

    /** Without the sizes of chunks. */
    private String json() {
        return body.substring(Math.max(0, body.indexOf('{')), body.lastIndexOf('}') + 1);
    }
}
