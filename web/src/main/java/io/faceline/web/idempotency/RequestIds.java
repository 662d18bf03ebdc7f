package io.faceline.web.idempotency;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The ids of what a request makes. Under an {@code Idempotency-Key} the same whenever the same caller sends the same again,
 * even after a restart; else such as there never were.
 */
public final class RequestIds {
    private final Optional<String> seed;

    private RequestIds(Optional<String> seed) {
        this.seed = seed;
    }

    public static RequestIds of(Context context) {
        return new RequestIds(IdempotencyKeys.seed(context));
    }

    /** @param what of the things this request makes, such as {@code photo 3} */
    public UUID id(String what) {
        return seed.map(text -> UUID.nameUUIDFromBytes((text + "/" + what).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID);
    }
}
