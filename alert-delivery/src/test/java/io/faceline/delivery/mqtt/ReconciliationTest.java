package io.faceline.delivery.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final String CONFIG = "homeassistant/device/faceline_0123456789abcdef0123/config";
    private static final String STATE = "faceline/states/faceline_0123456789abcdef0123/people";
    private static final Topics TOPICS = new Topics("faceline", "homeassistant");

    private static String config(String components) {
        return "{\"o\":{\"name\":\"faceline\"},\"cmps\":{" + components + "}}";
    }

    private static Retained config(String text, String state) {
        return new Retained(Map.of(CONFIG, text), Map.of(STATE, state));
    }

    @Test
    void whatIsNotWanted_isCleared_devicesFirst() {
        var there = config(config("\"people\":{\"p\":\"sensor\",\"name\":\"People\"}"), "1");

        assertThat(Reconciliation.steps(there, Retained.NONE))
                .containsExactly(new Send(CONFIG, ""), new Send(STATE, ""));
        assertThat(Reconciliation.steps(there, there)).isEmpty();
    }

    @Test
    void componentThatGoes_isNamedOnceMore_withItsPlatformAlone() {
        var people = "\"people\":{\"p\":\"sensor\",\"name\":\"People\"}";
        var mood = "\"mood\":{\"p\":\"sensor\",\"name\":\"Mood\"}";
        var there = config(config(people + "," + mood), "1");

        assertThat(Reconciliation.steps(there, config(config(people), "1")))
                .containsExactly(
                        new Send(CONFIG, config(people + ",\"mood\":{\"p\":\"sensor\"}")),
                        new Send(CONFIG, config(people)));
    }

    @Test
    void componentThatWasGoing_isLeftOut() {
        var people = "\"people\":{\"p\":\"sensor\",\"name\":\"People\"}";
        var there = config(config(people + ",\"mood\":{\"p\":\"sensor\"}"), "1");

        assertThat(Reconciliation.steps(there, config(config(people), "1")))
                .containsExactly(new Send(CONFIG, config(people)));
    }

    @Test
    void others_mayUseThePrefixes() {
        assertThat(TOPICS.isState(STATE)).isTrue();
        assertThat(TOPICS.isState("faceline/events/faceline_0123456789abcdef0123"))
                .isTrue();
        assertThat(TOPICS.isState("faceline/lamp")).isFalse();
        assertThat(TOPICS.isState("faceline/states/lamp")).isFalse();
        assertThat(TOPICS.isConfig(CONFIG)).isTrue();
        assertThat(TOPICS.isConfig("homeassistant/device/zigbee_1/config")).isFalse();
        assertThat(Reconciliation.isOurs("{\"o\":{\"name\":\"faceline\"},\"cmps\":{}}", TOPICS))
                .isFalse();
        assertThat(Reconciliation.isOurs("no JSON", TOPICS)).isFalse();
    }
}
