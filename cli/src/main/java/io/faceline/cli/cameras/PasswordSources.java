package io.faceline.cli.cameras;

import io.faceline.runtime.secrets.NamedSecrets;
import io.faceline.runtime.settings.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** Where passwords come from: the environment, standard input and the terminal. */
interface PasswordSources {
    /** The value of an environment variable; empty if it is not set. */
    Optional<String> variable(String name);

    /** The secret of the installation with this name; empty if there is none. */
    Optional<String> secret(String name);

    /** The first line of standard input; empty if it has none. */
    Optional<String> line();

    /** Asks on the terminal without showing what is typed; empty without a terminal, or when nothing was typed. */
    Optional<String> ask(String question);

    /** Those of this process. */
    static PasswordSources ofProcess() {
        return new PasswordSources() {
            private final Map<String, String> environment = System.getenv();

            @Override
            public Optional<String> variable(String name) {
                return Optional.ofNullable(environment.get(name));
            }

            @Override
            public Optional<String> secret(String name) {
                return NamedSecrets.of(new Settings(environment)).find(name);
            }

            @Override
            public Optional<String> line() {
                try {
                    // Not closed: standard input belongs to the process.
                    var input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
                    return Optional.ofNullable(input.readLine());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Optional<String> ask(String question) {
                return Optional.ofNullable(System.console())
                        .flatMap(console -> Optional.ofNullable(console.readPassword("%s", question)))
                        .map(String::new);
            }
        };
    }
}
