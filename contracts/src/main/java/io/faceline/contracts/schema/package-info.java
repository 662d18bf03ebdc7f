/** The public outputs, and the JSON Schemas that describe their records to everybody else. */
@NullMarked
package io.faceline.contracts.schema;

import org.jspecify.annotations.NullMarked;
