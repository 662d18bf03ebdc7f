/** State of stages: tables of tasks, global stores, and what was applied to them. */
@NullMarked
package io.faceline.runtime.store;

import org.jspecify.annotations.NullMarked;
