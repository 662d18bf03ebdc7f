/** The documentation of the HTTP API. */
package io.faceline.api.docs;
