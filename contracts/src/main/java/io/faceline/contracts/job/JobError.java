package io.faceline.contracts.job;

import io.faceline.contracts.frame.FailureCode;

/**
 * Why a job failed.
 *
 * @param code machine-readable: a {@link FailureCode} or one listed in docs/reference/http.md
 * @param message human-readable: what is wrong and what to do
 */
public record JobError(String code, String message) {}
