package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LeakDetectorTest {
    private static final String ID = "3f1c0e1a-19e4-32fd-a0d4-4a185f1e37af";
    private static final String MARK = "mark0123456789abcdef";

    private final LeakDetector leakDetector = new LeakDetector();

    @Test
    void othersId_isALeak() {
        leakDetector.owns("anna", "/people/" + ID + "/photos/request-" + ID + "/0:0");

        leakDetector.saw("bert", "GET /people", "{\"items\":[{\"id\":\"" + ID + "\"}]}");

        assertThat(leakDetector.leaks()).containsExactly("bert saw " + ID + " of anna in GET /people");
    }

    @Test
    void othersName_isALeakAlsoWithinACursor() {
        var cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("Zoë " + MARK + "\0" + ID).getBytes(StandardCharsets.UTF_8));

        leakDetector.saw("bert", "GET /people", "{\"next\":\"" + cursor + "\"}");
        leakDetector.owns("anna", "the owner may learn of it later: " + MARK);

        assertThat(leakDetector.leaks()).hasSize(1);
    }

    @Test
    void ownAndEverybodysIds_areNone() {
        leakDetector.owns("anna", MARK);
        leakDetector.owns(LeakDetector.EVERYBODY, ID);

        leakDetector.saw("anna", "GET /people", MARK + " " + ID);
        leakDetector.saw("bert", "GET /people", ID);

        assertThat(leakDetector.leaks()).isEmpty();
    }
}
