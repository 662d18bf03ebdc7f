package io.faceline.contracts.person;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;

/**
 * What a photo of a person shows: topic {@code photos}. A record of its own for each photo, so that adding one does not
 * write the others again. It names no person: a person lists the photos, and who does not lists none, so a merge moves no
 * crop, and the crop of a deleted person is nobody's even before it is erased.
 *
 * @param id of the photo, as in {@link PersonPhoto#reference}
 * @param session of the person
 * @param cropJpeg the aligned crop, a small JPEG
 */
public record PhotoCrop(ReferenceId id, SessionId session, Blob cropJpeg) {
    public PhotoCrop {
        Checks.require(cropJpeg.size() > 0, "a crop must have bytes");
    }

    /** The key of the record. Of a session, since two may have imported the same photo, and one deletes it. */
    public static String key(SessionId session, ReferenceId photo) {
        return session.value() + "|" + photo.value();
    }

    public String key() {
        return key(session, id);
    }
}
