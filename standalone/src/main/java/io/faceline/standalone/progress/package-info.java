/** How far a long command is, told on standard error. */
package io.faceline.standalone.progress;
