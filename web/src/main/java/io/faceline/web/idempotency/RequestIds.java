package io.faceline.web.idempotency;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids of the resources that a request creates. With an {@code Idempotency-Key} the ids are the same whenever a caller
 * repeats the request, even after a restart; otherwise they are random.
 */
public final class RequestIds {
    private final Optional<String> seed;

    private RequestIds(Optional<String> seed) {
        this.seed = seed;
    }

    public static RequestIds of(Context context) {
        return new RequestIds(IdempotencyKeys.seed(context));
    }

    /** @param what which resource of the request, such as {@code photo 3} */
    public UUID id(String what) {
        return seed.map(text -> UUID.nameUUIDFromBytes((text + "/" + what).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID);
    }
}
