/** Video jobs. */
@NullMarked
package io.faceline.contracts.job;

import org.jspecify.annotations.NullMarked;
