/** Authentication, and authorisation of access to people and jobs. */
@NullMarked
package io.faceline.web.access;

import org.jspecify.annotations.NullMarked;
