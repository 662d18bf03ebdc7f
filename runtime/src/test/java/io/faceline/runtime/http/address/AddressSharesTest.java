package io.faceline.runtime.http.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressSharesTest {
    @Test
    void addressAlone_getsItsPercentage() {
        assertThat(takeAll(new AddressShares(200, 50), "a")).isEqualTo(100);
        assertThat(takeAll(new AddressShares(200, 80), "a")).isEqualTo(160);
        assertThat(takeAll(new AddressShares(200, 100), "a")).isEqualTo(200);
    }

    @Test
    void laterAddresses_getTheirsWithoutWaiting() {
        var shares = new AddressShares(240, 50);

        assertThat(List.of("a", "b", "c", "d"))
                .extracting(address -> takeAll(shares, address))
                .containsExactly(120, 60, 30, 15);
        assertThat(shares.free()).isEqualTo(15);
    }

    /** Who come together share alike, and leave as much for another one. */
    @Test
    void addressesThatTakeInTurn_getTheSame() {
        var shares = new AddressShares(200, 50);
        Map<String, Integer> held = new HashMap<>();
        for (var round = 0; round < 200; round++) {
            for (var address : List.of("a", "b", "c")) {
                held.merge(address, shares.take(address) ? 1 : 0, Integer::sum);
            }
        }

        assertThat(held.values()).allSatisfy(count -> assertThat(count).isBetween(49, 51));
        assertThat(shares.isLeft("visitor")).isTrue();
    }

    @Test
    void lastUnit_isForWhoHasNone() {
        var shares = new AddressShares(2, 50);
        assertThat(takeAll(shares, "a")).isEqualTo(1);
        assertThat(takeAll(shares, "b")).isEqualTo(1);
        assertThat(takeAll(new AddressShares(1, 50), "a")).isEqualTo(1);
    }

    @Test
    void manyUnitsAtOnce_areAllOrNothing() {
        var shares = new AddressShares(100, 50);
        assertThat(shares.most()).isEqualTo(50);

        assertThat(shares.take("a", 51)).isFalse();
        assertThat(shares.take("a", 50)).isTrue();
        assertThat(shares.take("b", 26)).isFalse();
        assertThat(shares.take("b", 25)).isTrue();

        shares.release("a", 50);
        assertThat(shares.free()).isEqualTo(75);
        assertThatThrownBy(() -> shares.release("a")).isInstanceOf(IllegalStateException.class);
    }

    /** However many take and give back: an address that holds nothing finds a unit, unless as many as units are there. */
    @Test
    void newcomer_isNeverShutOutByAFew() {
        var random = new Random(7);
        var shares = new AddressShares(64, 50);
        List<String> held = new ArrayList<>();
        for (var step = 0; step < 20_000; step++) {
            var address = "attacker " + random.nextInt(3);
            if (random.nextInt(3) > 0 && shares.take(address)) {
                held.add(address);
            } else if (!held.isEmpty()) {
                shares.release(held.remove(random.nextInt(held.size())));
            }
            assertThat(shares.isLeft("visitor")).isTrue();
            assertThat(shares.free()).isEqualTo(64 - held.size());
        }
    }

    private static int takeAll(AddressShares shares, String address) {
        var taken = 0;
        while (shares.take(address)) {
            taken++;
        }
        return taken;
    }
}
