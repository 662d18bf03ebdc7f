/** What the nodes of the topology are made of. */
@NullMarked
package io.faceline.alerts.node;

import org.jspecify.annotations.NullMarked;
