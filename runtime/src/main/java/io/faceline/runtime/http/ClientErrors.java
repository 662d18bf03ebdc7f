package io.faceline.runtime.http;

import io.faceline.runtime.concurrent.Throwables;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Tells failures to read a request, which are the client's, from our own. */
final class ClientErrors {
    /** It broke off, or names or breaks an encoding of text. */
    private static final List<Class<? extends Exception>> BAD = List.of(
            EofException.class,
            CharConversionException.class,
            UnsupportedCharsetException.class,
            IllegalCharsetNameException.class);

    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERRORS = 500;

    private ClientErrors() {}

    /** Nothing where the failure is no client's. */
    static Optional<Problem> problem(Throwable failure) {
        return Throwables.find(failure, HttpException.class)
                .map(HttpException::getCode)
                .or(() -> BAD.stream()
                        .flatMap(type -> Throwables.find(failure, type).stream())
                        .findFirst()
                        .map(bad -> BAD_REQUEST))
                .or(() -> timedOut(failure))
                .filter(status -> status < SERVER_ERRORS)
                .map(status -> Problem.of(status, "the request broke off, came too slowly, or is none; send it again"));
    }

    /** A silent connection; what we ourselves await in vain has no such exception around it. */
    private static Optional<Integer> timedOut(Throwable failure) {
        return Throwables.find(failure, IOException.class)
                .flatMap(io -> Throwables.find(io, TimeoutException.class))
                .map(timeout -> REQUEST_TIMEOUT);
    }
}
