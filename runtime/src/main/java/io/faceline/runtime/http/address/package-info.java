/** Addresses of clients, and what is scarce shared among them. */
@NullMarked
package io.faceline.runtime.http.address;

import org.jspecify.annotations.NullMarked;
