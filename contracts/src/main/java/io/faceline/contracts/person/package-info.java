/** People of a gallery and their references. */
@NullMarked
package io.faceline.contracts.person;

import org.jspecify.annotations.NullMarked;
