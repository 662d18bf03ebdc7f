/** {@code faceline evaluate}: accuracy on labelled photos. */
package io.faceline.cli.evaluate;
