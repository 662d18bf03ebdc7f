/** What is known of each face model: read from the catalog, never guessed by code. */
@NullMarked
package io.faceline.contracts.catalog;

import org.jspecify.annotations.NullMarked;
