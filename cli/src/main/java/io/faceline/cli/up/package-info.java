/** {@code faceline up}: the whole pipeline as a server. */
package io.faceline.cli.up;
