package io.faceline.systemtests;

import io.faceline.runtime.http.TestClient;

/** A visitor who has just come. */
public final class NewSession {
    private NewSession() {}

    /** The client for whoever has the token of a new session. */
    public static TestClient of(TestClient client) {
        return client.as(client.post("/api/v1/sessions").expect(201).at("/token"));
    }
}
