package io.faceline.web.limits;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.ClientAddress;
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
        this.addresses = settings.addresses().clientAddress();
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

    /** The caller and the caller's address. */
    public ClientKey client(Context context) {
        return new ClientKey(address(context), of(context));
    }

    /** The key of the caller's address, which those behind it share. */
    public String address(Context context) {
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
