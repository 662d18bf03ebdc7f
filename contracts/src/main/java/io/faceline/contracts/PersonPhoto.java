package io.faceline.contracts;

import java.time.Instant;

/** The aligned crop a reference was made of, as a small JPEG. */
public record PersonPhoto(ReferenceId reference, Blob cropJpeg, double quality, Instant enrolledAt) {}
