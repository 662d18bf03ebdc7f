package io.faceline.alerts.judging;

import static io.faceline.alerts.TestRules.ADA_COMES;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.rule.RuleId;
import io.faceline.runtime.store.MapTable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RuleMemoryTest {
    private final MapTable<byte[]> store = new MapTable<>();
    private final RuleMemory memory = new RuleMemory(ADA_COMES, store);

    private record Number(int value) {}

    @Test
    void whatIsCommitted_isThereForAnother() {
        memory.write("a|b", new Number(1));
        memory.write("c", new Number(2));
        assertThat(store.where(any -> true)).isEmpty();
        assertThat(memory.commit()).isFalse();
        memory.remove("c");
        assertThat(memory.commit()).isTrue();

        var another = new RuleMemory(ADA_COMES, store);
        assertThat(another.keys()).containsExactly("a|b");
        assertThat(another.read("a|b", Number.class)).contains(new Number(1));
        assertThat(new RuleMemory(new RuleId("ada"), store).keys()).isEmpty();
    }

    @Test
    void whatIsRolledBack_isAsBefore() {
        memory.write("kept", new Number(1));
        memory.commit();

        memory.write("kept", new Number(2));
        memory.write("kept", new Number(3));
        memory.write("new", new Number(4));
        memory.remove("kept");
        memory.rollback();
        memory.commit();

        assertThat(memory.read("kept", Number.class)).contains(new Number(1));
        assertThat(memory.keys()).containsExactly("kept");
        assertThat(store.where(any -> true)).hasSize(1);
    }

    @Test
    void entryOfAnotherVersion_countsAsAbsent() {
        store.write("ada-comes|a", "no record".getBytes(StandardCharsets.UTF_8));
        var read = new RuleMemory(ADA_COMES, store);

        assertThat(read.read("a", Number.class)).isEmpty();
        read.write("a", new Number(1));
        assertThat(read.read("a", Number.class)).contains(new Number(1));
    }

    @Test
    void ruleOfAKey_isItsBeginning() {
        assertThat(RuleMemory.ruleOf("ada-comes|x|y")).contains(ADA_COMES);
        assertThat(RuleMemory.ruleOf("|")).isEmpty();
        assertThat(RuleMemory.ruleOf("none")).isEmpty();
    }
}
