/** Records as the answers of HTTP routes. */
@NullMarked
package io.faceline.web.view;

import org.jspecify.annotations.NullMarked;
