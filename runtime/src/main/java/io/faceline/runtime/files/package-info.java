/** Files and folders that other users of the machine cannot use. */
@NullMarked
package io.faceline.runtime.files;

import org.jspecify.annotations.NullMarked;
