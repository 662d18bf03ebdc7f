/** Which face of a photo is enrolled, and its way into the gallery. */
package io.faceline.matcher.enrollment;
