package io.faceline.web.limits;

import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Access;
import io.faceline.web.access.Caller;
import io.javalin.http.Context;
import java.util.Optional;

/** Who asks, as far as limits go: a session, the admin, or whoever sits at an address. Safe for all threads. */
public final class CallerKeys {
    private final Access access;
    private final ClientAddress addresses;

    public CallerKeys(Access access, LimitSettings settings) {
        this.access = access;
        this.addresses = new ClientAddress(settings.trustedProxies());
    }

    /** The same for all requests of one caller, and never two callers'. No secret. */
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

    /** Nothing for credentials that are none: the route refuses them. */
    private Optional<Caller> caller(Context context) {
        try {
            return Optional.of(access.caller(context));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
