/** Selection of the face of a photo, and its enrollment in the gallery. */
package io.faceline.matcher.enrollment;
