package io.faceline.ingest.camera.open.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.ingest.camera.open.Login;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpSignInTest {
    private static final String BASIC = "Basic realm=\"cam\"";
    private final HttpSignIn signIn = new HttpSignIn(Optional.of(new Login("admin", "Canary-7!")));

    @Test
    void digest_isPreferredToBasicAndSha256ToMd5() {
        assertThat(signIn.answer(List.of(BASIC, digest("a"), digest("b") + ", algorithm=SHA-256, qop=\"auth\"")))
                .isTrue();

        assertThat(header())
                .startsWith("Digest username=\"admin\"")
                .contains("nonce=\"b\"", "algorithm=SHA-256", "qop=auth", "nc=00000001")
                .doesNotContain("Canary");
        assertThat(header()).contains("nc=00000002");
    }

    @Test
    void wrongPassword_isTriedOnce() {
        assertThat(signIn.answer(List.of(digest("a")))).isTrue();
        assertThat(signIn.answer(List.of(digest("b")))).isFalse();
    }

    @Test
    void newChallengeOfAGoodPassword_isAnsweredOnce() {
        assertThat(signIn.answer(List.of(digest("a")))).isTrue();
        signIn.accepted();

        assertThat(signIn.answer(List.of(digest("b")))).isTrue();
        assertThat(header()).contains("nonce=\"b\"");
        signIn.refused();

        assertThat(signIn.refusals()).isEqualTo(2);
        assertThat(signIn.answer(List.of(digest("c")))).isFalse();
    }

    @Test
    void password_isNotSentBeforeTheCameraAsks() {
        assertThat(signIn.authorization("/")).isEmpty();
        assertThat(signIn.answer(List.of())).isFalse();
        assertThat(signIn.authorization("/")).isEmpty();
    }

    @Test
    void userNameWithALineBreak_beginsNoOtherHeader() {
        var odd = new HttpSignIn(Optional.of(new Login("ad\r\nmin", "Canary-7!")));

        assertThat(odd.answer(List.of(digest("a")))).isTrue();
        assertThat(odd.authorization("/").orElseThrow()).doesNotContain("\r", "\n");
    }

    private String header() {
        return signIn.authorization("/snap.jpg?x=1").orElseThrow();
    }

    private static String digest(String nonce) {
        return "Digest realm=\"cam\", nonce=\"" + nonce + "\"";
    }
}
