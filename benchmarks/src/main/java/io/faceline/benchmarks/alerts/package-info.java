/** What it costs to judge tracks by many rules. */
@NullMarked
package io.faceline.benchmarks.alerts;

import org.jspecify.annotations.NullMarked;
