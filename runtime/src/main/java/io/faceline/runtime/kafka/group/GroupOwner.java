package io.faceline.runtime.kafka.group;

import java.util.Map;
import java.util.Set;

/** Works on the values of the partitions that this instance owns. Called by one thread. */
public interface GroupOwner<V> {
    /** A partition is owned from now on, and these are its values by key. */
    void taken(int partition, Map<String, V> values);

    /** A value of an owned partition is new or different. */
    void changed(int partition, String key, V value);

    /** A value of an owned partition was deleted, or had been before the partition was taken. */
    void removed(int partition, String key);

    /** Others get these partitions once this returns, which must be soon: whatever works on their values must have ended. */
    void revoked(Set<Integer> partitions);

    /** Others may own these partitions already. */
    void lost(Set<Integer> partitions);
}
