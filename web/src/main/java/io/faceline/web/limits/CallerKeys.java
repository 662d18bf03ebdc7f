package io.faceline.web.limits;

import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Access;
import io.faceline.web.access.Caller;
import io.javalin.http.Context;
import java.util.Optional;

/** Rate limiting keys of callers: a session, the admin, or an address. Thread-safe. */
public final class CallerKeys {
    private final Access access;
    private final ClientAddress addresses;

    public CallerKeys(Access access, LimitSettings settings) {
        this.access = access;
        this.addresses = new ClientAddress(settings.trustedProxies());
    }

    /** A unique key of the caller. Not a secret. */
    public String of(Context context) {
        if (isAdmin(context)) {
            return "admin";
        }
        return caller(context)
                .flatMap(Caller::session)
                .map(session -> "session " + session.value())
                .orElseGet(() -> "address " + address(context));
    }

    String address(Context context) {
        return addresses.of(context);
    }

    boolean isAdmin(Context context) {
        return caller(context).filter(Caller::isAdmin).isPresent();
    }

    /** Empty for invalid credentials: the route rejects them. */
    private Optional<Caller> caller(Context context) {
        try {
            return Optional.of(access.caller(context));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
