/** How records become bytes: CBOR between the services, JSON for those who read from outside. */
@NullMarked
package io.faceline.contracts.serde;

import org.jspecify.annotations.NullMarked;
