package io.faceline.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.Fingerprint;
import org.junit.jupiter.api.Test;

class StageClientIdTest {
    private static final StageClientId ID =
            new StageClientId("detector-live", "host-1.example", new Fingerprint("0123456789ab"));

    @Test
    void memberOfTheStage_isReadBack() {
        assertThat(StageClientId.ofMember("detector-live", ID.text() + "-StreamThread-12-consumer"))
                .contains(ID);
    }

    @Test
    void memberOfAnotherVersionOrStage_isUnknown() {
        var randomId = "faceline.matcher-8a083cad-cb0d-4858-948f-cd469f7441bd-StreamThread-1-consumer";

        assertThat(StageClientId.ofMember("matcher", randomId)).isEmpty();
        assertThat(StageClientId.ofMember("matcher", ID.text() + "-StreamThread-1-consumer"))
                .isEmpty();
        assertThat(StageClientId.ofMember("detector-live", "console-consumer")).isEmpty();
    }
}
