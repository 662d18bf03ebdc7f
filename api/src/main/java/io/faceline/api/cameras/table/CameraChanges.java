package io.faceline.api.cameras.table;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes changes on to all who listen, each at its own speed. Thread-safe. */
public final class CameraChanges {
    private final Set<ChangeBox> boxes = ConcurrentHashMap.newKeySet();

    /** Listens from now on, until it is closed. */
    public ChangeBox listen() {
        var box = new ChangeBox(boxes::remove);
        boxes.add(box);
        return box;
    }

    void tell(CameraChange change) {
        boxes.forEach(box -> box.put(change));
    }
}
