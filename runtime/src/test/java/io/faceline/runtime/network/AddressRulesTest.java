package io.faceline.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.20", "10.0.0.7", "172.16.3.4", "203.0.113.9", "fd12:3456::20", "2001:db8::1"})
    void privateAndPublicHosts_areAllowed(String number) throws Exception {
        assertThat(new AddressRules(false).allow(InetAddress.getByName(number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "0.1.2.3",
                "169.254.1.1",
                "169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "fe80::1",
                "fd00:ec2::254",
                "fd00:ec2::254%1",
                "fd20:ce::254",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "64:ff9b::6464:64c8",
                "2001:0:4136:e378:8000:63bf:80ff:fffe",
                "2130706433",
                "127.1"
            })
    void thisMachineItsLinkAndItsCloud_areAllowedOnlyBySetting(String number) throws Exception {
        var address = InetAddress.getByName(number);

        assertThat(new AddressRules(false).allow(address)).isFalse();
        assertThat(new AddressRules(true).allow(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "ff02::1", "255.255.255.255"})
    void whatIsNoHost_isNeverAllowed(String number) throws Exception {
        assertThat(new AddressRules(true).allow(InetAddress.getByName(number))).isFalse();
    }
}
