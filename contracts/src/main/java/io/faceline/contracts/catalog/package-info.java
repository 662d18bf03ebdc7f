/** Facts about each face model, read from the catalog and never guessed by code. */
@NullMarked
package io.faceline.contracts.catalog;

import org.jspecify.annotations.NullMarked;
