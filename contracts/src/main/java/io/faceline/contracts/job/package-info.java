/** A video on its way through the pipeline. */
@NullMarked
package io.faceline.contracts.job;

import org.jspecify.annotations.NullMarked;
