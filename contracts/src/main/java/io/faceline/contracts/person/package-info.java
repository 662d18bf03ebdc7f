/** People of a gallery and the references they are known by. */
@NullMarked
package io.faceline.contracts.person;

import org.jspecify.annotations.NullMarked;
