/** Representations of records in HTTP responses. */
@NullMarked
package io.faceline.web.view;

import org.jspecify.annotations.NullMarked;
