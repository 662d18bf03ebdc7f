/** Line charts as SVG, for reports: measurements of accuracy, of memory over time. */
@NullMarked
package io.faceline.standalone.plot;

import org.jspecify.annotations.NullMarked;
