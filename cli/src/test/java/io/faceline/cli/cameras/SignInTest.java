package io.faceline.cli.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.camera.PastedAddress;
import io.faceline.ingest.camera.open.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final PastedAddress USER_ALONE = TypedAddress.of("rtsp://viewer@10.0.0.7/s");
    private static final PastedAddress NOBODY = TypedAddress.of("rtsp://10.0.0.7/s");

    private final List<String> warnings = new ArrayList<>();

    private record Typed(Map<String, String> variables, String input, String answer) implements PasswordSources {
        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(variables.get(name));
        }

        @Override
        public Optional<String> secret(String name) {
            return Optional.ofNullable(variables.get(name));
        }

        @Override
        public Optional<String> line() {
            return Optional.ofNullable(input);
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.ofNullable(answer);
        }
    }

    @Test
    void password_comesFromTheVariable_otherwiseFromTheTerminal() {
        assertThat(of(Map.of("FACELINE_CAMERA_PASSWORD", "v"), null, "t", USER_ALONE, null, false))
                .contains(new Login("viewer", "v"));
        assertThat(of(Map.of(), null, "t", USER_ALONE, null, false)).contains(new Login("viewer", "t"));
        assertThat(of(Map.of("FACELINE_CAMERA_PASSWORD", "v"), "i", "t", USER_ALONE, null, true))
                .contains(new Login("viewer", "i"));
        assertThat(of(Map.of(), null, null, NOBODY, null, false)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void passwordInTheAddress_isTaken_withAWarningThatDoesNotRepeatIt() {
        var login = of(Map.of(), null, null, TypedAddress.of("rtsp://viewer:c4nary@10.0.0.7/s"), null, false);

        assertThat(login).contains(new Login("viewer", "c4nary"));
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("list of processes")
                .doesNotContain("c4nary");
    }

    @Test
    void secret_isUserAndPassword() {
        var variables = Map.of("DOOR", "viewer:p:w", "WRONG", "c4nary");

        assertThat(of(variables, null, null, NOBODY, "DOOR", false)).contains(new Login("viewer", "p:w"));
        assertThatThrownBy(() -> of(variables, null, null, NOBODY, "WRONG", false))
                .hasMessageContaining("--secret WRONG")
                .hasMessageNotContaining("c4nary");
        assertThatThrownBy(() -> of(variables, null, null, NOBODY, "MISSING", false))
                .hasMessageContaining("FACELINE_SECRET_MISSING");
        assertThatThrownBy(() -> of(variables, null, null, USER_ALONE, "DOOR", false))
                .hasMessageContaining("leave it out of the address");
    }

    @Test
    void missingPassword_saysHowToGiveIt() {
        assertThatThrownBy(() -> of(Map.of(), null, null, USER_ALONE, null, false))
                .hasMessageContaining("FACELINE_CAMERA_PASSWORD")
                .hasMessageContaining("--password-stdin");
        assertThatThrownBy(() -> of(Map.of(), null, null, USER_ALONE, null, true))
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> of(Map.of(), "i", null, NOBODY, null, true)).hasMessageContaining("user name");
    }

    private Optional<Login> of(
            Map<String, String> variables,
            String input,
            String answer,
            PastedAddress typed,
            String secret,
            boolean isOnInput) {
        return new SignIn(new Typed(variables, input, answer), warnings::add)
                .of(typed, Optional.ofNullable(secret), isOnInput);
    }
}
