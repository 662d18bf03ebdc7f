package io.faceline.web.limits;

/**
 * Whom a request is counted for.
 *
 * @param address of the client, which those behind it share
 * @param caller the session, the admin, or the address again
 */
public record ClientKey(String address, String caller) {}
