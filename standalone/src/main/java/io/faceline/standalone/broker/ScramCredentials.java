package io.faceline.standalone.broker;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.scram.ScramCredential;
import org.apache.kafka.common.security.scram.ScramCredentialCallback;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.jspecify.annotations.Nullable;

/**
 * Answers the broker's question for a user's SCRAM credential from the listener's own configuration, so that none is stored
 * in Kafka's metadata. Kafka creates it by name.
 */
public final class ScramCredentials implements AuthenticateCallbackHandler {
    /** The password has 256 random bits: more iterations would only delay each connection. */
    private static final int ITERATIONS = ScramMechanism.SCRAM_SHA_256.minIterations();

    private String user = "";
    private @Nullable ScramCredential credential;

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> jaasConfigEntries) {
        var options = jaasConfigEntries.get(0).getOptions();
        user = String.valueOf(options.get("username"));
        try {
            credential = new ScramFormatter(ScramMechanism.SCRAM_SHA_256)
                    .generateCredential(String.valueOf(options.get("password")), ITERATIONS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + mechanism, e);
        }
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        var name = "";
        for (var callback : callbacks) {
            if (callback instanceof NameCallback asked) {
                name = asked.getDefaultName();
            } else if (callback instanceof ScramCredentialCallback asked) {
                // Without a credential the login fails.
                if (name.equals(user)) {
                    asked.scramCredential(credential);
                }
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    @Override
    public void close() {}
}
