package io.faceline.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameGendersTest {
    private final NameGenders genders = NameGenders.load();

    @Test
    void of_clearNames_isTheirGender() {
        assertThat(genders.of("Angela_Merkel")).contains("female");
        assertThat(genders.of("Gerhard_Schroeder")).as("not in the list").isEmpty();
        assertThat(genders.of("Colin_Powell")).contains("male");
    }

    @Test
    void of_namesOfBoth_isUnknown() {
        for (var name : new String[] {"Kim", "Robin", "Jean", "Leslie", "Jamie", "Terry", "Alex", "Taylor"}) {
            assertThat(genders.of(name + "_Doe")).as(name).isEmpty();
        }
    }
}
