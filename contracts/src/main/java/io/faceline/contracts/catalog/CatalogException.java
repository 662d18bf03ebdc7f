package io.faceline.contracts.catalog;

/** The catalog is invalid, or has no model of the requested name. The message says where and what to do. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
