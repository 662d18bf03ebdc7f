package io.faceline.contracts.person;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.ReferenceId;
import java.time.Instant;

/** The aligned crop that a reference was made of, as a small JPEG. */
public record PersonPhoto(ReferenceId reference, Blob cropJpeg, double quality, Instant enrolledAt) {}
