/** Serialization of records: CBOR between the services, JSON for external consumers. */
@NullMarked
package io.faceline.contracts.serde;

import org.jspecify.annotations.NullMarked;
