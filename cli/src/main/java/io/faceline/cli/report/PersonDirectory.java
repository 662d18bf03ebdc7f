package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.PersonId;
import java.util.List;

/** Names and photos of the people in the gallery. */
public interface PersonDirectory {
    String name(PersonId person);

    /** The photos of the person as JPEGs of aligned face crops, the best first. */
    List<Blob> photos(PersonId person);
}
