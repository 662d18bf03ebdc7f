/** What was measured as a page of Markdown with plots. */
@NullMarked
package io.faceline.standalone.report;

import org.jspecify.annotations.NullMarked;
