package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.PersonId;
import java.util.List;

/** The people of the gallery, as those know them who look for them. */
public interface PersonDirectory {
    String name(PersonId person);

    /** The faces the person is known by, as JPEGs of aligned crops; the best first. */
    List<Blob> photos(PersonId person);
}
