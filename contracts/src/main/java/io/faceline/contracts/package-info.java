/** The records exchanged between the services, and their building blocks. */
@NullMarked
package io.faceline.contracts;

import org.jspecify.annotations.NullMarked;
