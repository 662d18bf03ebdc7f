/** What each receiver was told, what waits for it, and what is next; without Kafka and HTTP. */
@NullMarked
package io.faceline.delivery.ledger;

import org.jspecify.annotations.NullMarked;
