/** The records that travel between the services, and the words they are made of. */
@NullMarked
package io.faceline.contracts;

import org.jspecify.annotations.NullMarked;
