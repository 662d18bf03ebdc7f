package io.faceline.alerts.judging;

import io.faceline.alerts.node.ReadUntil;
import io.faceline.runtime.store.Table;
import java.util.List;

/**
 * What a task keeps over a restart.
 *
 * @param memory of the judges, as CBOR, by rule and the judge's own key
 * @param pictures by rule and track
 * @param marks by rule and alert
 * @param early by rule and the order in which they came
 * @param until an entry for each topic
 */
record JudgeTables(
        Table<byte[]> memory,
        Table<KeptPicture> pictures,
        Table<AlertMark> marks,
        Table<EarlyRecord> early,
        Table<ReadUntil> until) {
    List<Table<?>> all() {
        return List.of(memory, pictures, marks, early, until);
    }
}
