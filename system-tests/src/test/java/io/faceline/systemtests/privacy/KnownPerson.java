package io.faceline.systemtests.privacy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A person as the model of a session expects it. */
final class KnownPerson {
    final String id;
    String name;
    /** Of which portrait each photo is; nothing for an imported one. */
    final Map<String, Optional<LfwPhoto>> photos = new LinkedHashMap<>();

    Optional<KnownPerson> mergedInto = Optional.empty();
    /** Into whom the last merge was, undone or not. */
    Optional<KnownPerson> lastInto = Optional.empty();

    Set<String> taken = new HashSet<>();

    KnownPerson(String id, String name) {
        this.id = id;
        this.name = name;
    }

    boolean isActive() {
        return mergedInto.isEmpty();
    }

    boolean shows(LfwPhoto portrait) {
        return photos.containsValue(Optional.of(portrait));
    }
}
