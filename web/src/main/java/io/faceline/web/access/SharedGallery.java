package io.faceline.web.access;

/** Who may list the people of the shared gallery and see their photos over HTTP without the admin token. */
public enum SharedGallery {
    /** Everybody who reaches a server that only this machine reaches; nobody otherwise. */
    AUTO,
    /** Everybody who reaches the server. */
    PUBLIC,
    /** Nobody. */
    PRIVATE
}
