package io.faceline.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkAddressesTest {
    @Test
    void addresses_areThoseOfOtherMachines() {
        assertThat(NetworkAddresses.ofThisMachine())
                .doesNotHaveDuplicates()
                .allMatch(NetworkAddresses::isAddress)
                .noneMatch(address -> address.startsWith("127.") || address.startsWith("169.254."));
    }

    @Test
    void names_areNoAddresses() {
        assertThat(NetworkAddresses.isAddress("10.0.0.7")).isTrue();
        assertThat(NetworkAddresses.isAddress("::1")).isTrue();
        assertThat(NetworkAddresses.isAddress("localhost")).isFalse();
        assertThat(NetworkAddresses.isAddress("10.example")).isFalse();
    }
}
