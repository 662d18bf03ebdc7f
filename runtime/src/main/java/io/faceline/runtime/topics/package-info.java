/** The topics of an installation: created, checked and compared with the settings. */
@NullMarked
package io.faceline.runtime.topics;

import org.jspecify.annotations.NullMarked;
