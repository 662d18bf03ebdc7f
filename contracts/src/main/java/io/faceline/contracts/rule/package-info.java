/** When somebody is to be told: rules, watch lists, groups of sources, and what is muted. */
@NullMarked
package io.faceline.contracts.rule;

import org.jspecify.annotations.NullMarked;
