package io.faceline.ingest.camera.open.http;

import io.faceline.ingest.camera.open.Login;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Signs requests in as the camera asked last, by digest rather than in clear. The challenge is kept for the following
 * requests. Not thread-safe.
 */
final class HttpSignIn {
    private final Optional<Login> login;
    private Optional<DigestChallenge> digest = Optional.empty();
    private boolean isBasic;
    private boolean wasAccepted;
    private int refusals;

    HttpSignIn(Optional<Login> login) {
        this.login = login;
    }

    /** What the next request says; empty before the camera asked. */
    Optional<String> authorization(String target) {
        if (login.isEmpty()) {
            return Optional.empty();
        }
        if (digest.isPresent()) {
            return Optional.of(digest.get().authorization(login.get(), target));
        }
        return isBasic ? Optional.of(basic(login.get())) : Optional.empty();
    }

    /** Whether a request that was refused may be sent once more, signed as these challenges ask. */
    boolean answer(List<String> challenges) {
        var first = digest.isEmpty() && !isBasic;
        var known = digest;
        var wasGood = wasAccepted;
        wasAccepted = false;
        refusals += first ? 0 : 1;
        digest = DigestChallenge.best(challenges);
        isBasic = digest.isEmpty()
                && challenges.stream().anyMatch(text -> text.regionMatches(true, 0, "Basic", 0, "Basic".length()));
        var isNew = first
                || digest.filter(asked -> asked.isStale()
                                || known.isEmpty()
                                || (wasGood && !known.get().hasNonceOf(asked)))
                        .isPresent();
        return login.isPresent() && isNew && (digest.isPresent() || isBasic);
    }

    /** The last signed request was let in; its challenge may have been for that one only. */
    void accepted() {
        wasAccepted = true;
        refusals = 0;
    }

    /** The answer to a new challenge was refused too. */
    void refused() {
        wasAccepted = false;
        refusals++;
    }

    /** Signed requests that were refused since one was let in. */
    int refusals() {
        return refusals;
    }

    /** Whether the password goes over the network as it is. */
    boolean isBasic() {
        return isBasic;
    }

    boolean hasLogin() {
        return login.isPresent();
    }

    private static String basic(Login login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
