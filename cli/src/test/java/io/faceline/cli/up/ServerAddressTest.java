package io.faceline.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.certificate.NetworkAddresses;
import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void loopback_isForThisMachineAlone() {
        var place = new ServerAddress("http", "127.0.0.1", 7860);

        assertThat(place.local()).isEqualTo("http://localhost:7860");
        assertThat(place.remote()).isEmpty();
        assertThat(place.hosts()).containsExactly("localhost", "127.0.0.1");
    }

    @Test
    void oneAddress_isServedAlone() {
        var place = new ServerAddress("https", "fd00::2", 7860);

        assertThat(place.local()).isEqualTo("https://[fd00::2]:7860");
        assertThat(place.remote()).containsExactly("https://[fd00::2]:7860/");
        assertThat(place.hosts()).containsExactly("localhost", "127.0.0.1", "fd00::2");
    }

    @Test
    void everyAddress_isServed() {
        var place = new ServerAddress("https", "0.0.0.0", 7860);

        assertThat(place.local()).isEqualTo("https://localhost:7860");
        assertThat(place.hosts()).containsAll(NetworkAddresses.ofThisMachine());
        assertThat(place.remote()).hasSameSizeAs(NetworkAddresses.ofThisMachine());
    }
}
