/** The stored state of a visitor's session. */
@NullMarked
package io.faceline.contracts.session;

import org.jspecify.annotations.NullMarked;
