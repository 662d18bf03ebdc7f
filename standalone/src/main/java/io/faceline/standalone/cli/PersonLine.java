package io.faceline.standalone.cli;

import io.faceline.contracts.PersonId;
import io.faceline.contracts.PersonPhoto;
import io.faceline.contracts.Reference;
import java.util.List;

/** A person as a line of an export: all that is needed to have the person again in another installation. */
record PersonLine(PersonId id, String name, List<PersonPhoto> photos, List<Reference> references) {
    PersonLine {
        photos = List.copyOf(photos);
        references = List.copyOf(references);
    }

    /** The photo that a reference was made of: of one photo there may be a reference a model. */
    PersonPhoto photoOf(Reference reference) {
        return photos.stream()
                .filter(photo ->
                        isMadeOf(reference.id().value(), photo.reference().value()))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailure.failed("the file has no photo for reference " + reference.id() + " of " + name));
    }

    private static boolean isMadeOf(String reference, String photo) {
        return reference.equals(photo) || reference.startsWith(photo + ":");
    }
}
