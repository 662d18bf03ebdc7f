/** Lifecycle of a service process. */
@NullMarked
package io.faceline.runtime.service;

import org.jspecify.annotations.NullMarked;
