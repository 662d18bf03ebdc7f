package io.faceline.runtime.http;

import io.faceline.runtime.concurrent.Throwables;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Distinguishes errors of the client in sending a request from errors of the server. */
final class ClientErrors {
    /** An aborted request, or an unknown or violated charset. */
    private static final List<Class<? extends Exception>> CLIENT_ERRORS = List.of(
            EofException.class,
            CharConversionException.class,
            UnsupportedCharsetException.class,
            IllegalCharsetNameException.class);

    private static final Pattern TOO_LARGE = Pattern.compile("^max .*exceeded: |is larger than max length ");
    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERRORS = 500;

    private ClientErrors() {}

    /** Whether a form exceeds a maximum of its size: Jetty tells it from a damaged one by nothing but the message. */
    static boolean isTooLarge(Throwable failure) {
        return Throwables.find(failure, HttpException.class)
                .flatMap(bad -> Throwables.find(failure, IllegalStateException.class))
                .filter(cause ->
                        TOO_LARGE.matcher(String.valueOf(cause.getMessage())).find())
                .isPresent();
    }

    /** The problem to answer; empty if the failure is not the client's. */
    static Optional<Problem> problem(Throwable failure) {
        return Throwables.find(failure, HttpException.class)
                .map(HttpException::getCode)
                .or(() -> CLIENT_ERRORS.stream()
                        .flatMap(type -> Throwables.find(failure, type).stream())
                        .findFirst()
                        .map(bad -> BAD_REQUEST))
                .or(() -> timedOut(failure))
                .filter(status -> status < SERVER_ERRORS)
                .map(status -> Problem.of(status, "the request was aborted, too slow or malformed; send it again"));
    }

    /** An idle connection. Timeouts of the server itself are not wrapped in an IOException. */
    private static Optional<Integer> timedOut(Throwable failure) {
        return Throwables.find(failure, IOException.class)
                .flatMap(io -> Throwables.find(io, TimeoutException.class))
                .map(timeout -> REQUEST_TIMEOUT);
    }
}
