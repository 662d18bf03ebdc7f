package io.faceline.contracts.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonNameTest {
    static String[] goodNames() {
        return new String[] {
            "Zoë",
            "<script>alert(1)</script>",
            "\"'&; DROP TABLE people",
            "عائشة",
            "שרה‏",
            "👩‍👧‍👦",
            "a",
            "👩".repeat(200),
            "x".repeat(200),
            "e\u0301".repeat(200),
        };
    }

    static String[] badNames() {
        return new String[] {
            "",
            " \u00a0\u3000",
            "\u200d\u200b",
            "x".repeat(201),
            "👩".repeat(201),
            // Each letter is two in the normal form.
            "\u0958".repeat(101),
            "a\nb",
            "a\rb",
            "a\u0000b",
            "a\u0085b",
            "a\u2028b",
            "a\u202eb",
            "a\u2066b",
            "a\ud800b",
        };
    }

    @ParameterizedTest
    @MethodSource("goodNames")
    void ordinaryNames_areValid(String name) {
        assertThat(PersonName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void invisibleOrMisleadingNames_areInvalid(String name) {
        var fault = PersonName.fault(name);

        assertThat(fault).hasValueSatisfying(words -> assertThat(words).startsWith("a name "));
    }

    @Test
    void composedAndDecomposedLetters_areOneName() {
        assertThat(PersonName.normal(" Jose\u0301 ")).isEqualTo("Jos\u00e9").isEqualTo(PersonName.normal("Jos\u00e9"));
        assertThat(PersonName.normal("\u1112\u1161\u11ab")).isEqualTo("\ud55c");
        assertThat(PersonName.normal("Ada  Lovelace")).isEqualTo("Ada  Lovelace");
    }

    @Test
    void caseAndSpaces_areFolded() {
        assertThat(PersonName.folded("ADA \u00a0 Lovelace ")).isEqualTo(PersonName.folded("Ada Lovelace"));
        assertThat(PersonName.folded("Ada")).isNotEqualTo(PersonName.folded("Adam"));
        assertThat(PersonName.folded("\u00a0A\u200bda ")).isEqualTo(PersonName.folded("ada"));
    }
}
