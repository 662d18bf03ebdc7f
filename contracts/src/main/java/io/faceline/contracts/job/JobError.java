package io.faceline.contracts.job;

import io.faceline.contracts.frame.FailureCode;

/**
 * Why a job failed.
 *
 * @param code for programs, as {@link FailureCode} or of those that docs/reference/http.md lists
 * @param message for people: what is wrong and what to do
 */
public record JobError(String code, String message) {}
