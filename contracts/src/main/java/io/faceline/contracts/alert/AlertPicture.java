package io.faceline.contracts.alert;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.FrameId;

/**
 * The picture of an alert's shot: topic {@code alert-shots}, internal CBOR, compacted and deleted. Key: the id of the alert. A
 * tombstone erases it.
 *
 * @param jpeg the aligned crop
 */
public record AlertPicture(FrameId frame, Blob jpeg) {}
