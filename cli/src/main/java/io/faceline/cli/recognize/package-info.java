/** {@code faceline recognize}: photos and videos in, names out. */
package io.faceline.cli.recognize;
