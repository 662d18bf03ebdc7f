package io.faceline.runtime.http.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1:8080, 192.0.2.1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:443, 2001:db8:0:0:0:0:0:1",
        "[::1], 0:0:0:0:0:0:0:1",
        "::ffff:192.0.2.1, 192.0.2.1",
    })
    void address_isReadInEachForm(String text, String address) {
        assertThat(ClientAddress.parse(text))
                .hasValueSatisfying(read -> assertThat(read.getHostAddress()).isEqualTo(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "abc", "1.2.3", "999.1.1.1", "1.2.3.4.5", "a:b", "::1%eth0", "[", "unknown"})
    void invalidAddress_isNeverResolved(String text) {
        assertThat(ClientAddress.parse(text)).isEmpty();
    }
}
