package io.faceline.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HostResolverTest {
    private static final String SETTING = "FACELINE_CAMERA_LOCAL_ADDRESSES";
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void resolve_prefersIpv4AndLooksUpOnce() throws Exception {
        var asked = new ArrayList<String>();
        var hosts = resolver(host -> {
            asked.add(host);
            return numbers("fd12::20", "192.168.1.20");
        });

        assertThat(hosts.resolve("camera.lan").getHostAddress()).isEqualTo("192.168.1.20");
        assertThat(asked).containsExactly("camera.lan");
    }

    @Test
    void resolve_ofANameWithOneForbiddenNumber_isRefused() {
        var hosts = resolver(host -> numbers("192.168.1.20", "169.254.169.254"));

        assertThatExceptionOfType(HostException.class)
                .isThrownBy(() -> hosts.resolve("camera.lan"))
                .withMessageContaining("FACELINE_CAMERA_LOCAL_ADDRESSES=true");
    }

    @Test
    void resolve_ofAnUnknownLocalName_saysWhatToUse() {
        var hosts = resolver(host -> {
            throw new UnknownHostException(host);
        });

        assertThatExceptionOfType(HostException.class)
                .isThrownBy(() -> hosts.resolve("camera.local"))
                .withMessageContaining("The name camera.local is unknown")
                .withMessageContaining("mDNS");
    }

    @Test
    void resolve_byASlowResolver_endsAtTheDeadline() {
        var never = new CompletableFuture<List<InetAddress>>();
        var hosts = new HostResolver(new AddressRules(false), "cameras", SETTING, host -> never.join(), SHORT);

        assertThatExceptionOfType(HostException.class)
                .isThrownBy(() -> hosts.resolve("camera.lan"))
                .withMessageContaining("was not resolved within");
        never.complete(List.of());
    }

    @Test
    void resolve_ofNumbers_needsNoName() throws Exception {
        var hosts = new HostResolver(new AddressRules(true), "cameras", SETTING);

        assertThat(hosts.resolve("::1").isLoopbackAddress()).isTrue();
        assertThat(hosts.resolve("127.0.0.1").isLoopbackAddress()).isTrue();
    }

    private static HostResolver resolver(HostResolver.Lookup lookup) {
        return new HostResolver(new AddressRules(false), "cameras", SETTING, lookup, LONG);
    }

    private static List<InetAddress> numbers(String... numbers) throws UnknownHostException {
        var addresses = new ArrayList<InetAddress>();
        for (var number : Arrays.asList(numbers)) {
            addresses.add(InetAddress.getByName(number));
        }
        return addresses;
    }
}
