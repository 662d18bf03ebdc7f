/** HTTP server: routes, problems, security headers. */
@NullMarked
package io.faceline.runtime.http;

import org.jspecify.annotations.NullMarked;
