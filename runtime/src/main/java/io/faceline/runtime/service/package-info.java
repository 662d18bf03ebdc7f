/** The life of a service as a process. */
@NullMarked
package io.faceline.runtime.service;

import org.jspecify.annotations.NullMarked;
