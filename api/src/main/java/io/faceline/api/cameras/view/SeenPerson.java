package io.faceline.api.cameras.view;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.web.view.PersonNames;

/** A person whom a camera saw, with the current name. Whoever was deleted, or is not the asker's to see, is not there. */
public record SeenPerson(PersonId id, String name) {
    /** @return null for nobody whom the asker may see */
    static SeenPerson of(PersonId person, Decision decision, SessionId camera, PersonNames names) {
        if (person == null) {
            return null;
        }
        return names.find(person, camera, decision)
                .map(known -> new SeenPerson(known.id(), known.name()))
                .orElse(null);
    }
}
