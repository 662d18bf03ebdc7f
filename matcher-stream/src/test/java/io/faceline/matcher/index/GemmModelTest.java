package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GemmModelTest {
    @Test
    void varints_areThoseOfTheSpecification() {
        var message = new Protobuf().number(1, 150).text(2, "testing").message(3, new Protobuf().number(1, 1));

        assertThat(HexFormat.of().formatHex(message.toByteArray()))
                .isEqualTo("0896011207" + "74657374696e67" + "1a020801");
    }

    @Test
    void model_isOfAFewHundredBytes() {
        assertThat(GemmModel.toByteArray().length).isBetween(150, 400);
    }
}
