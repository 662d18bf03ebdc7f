/** What is so at this moment, for receivers that show states: who is in view, and which cameras are live. */
@NullMarked
package io.faceline.delivery.world;

import org.jspecify.annotations.NullMarked;
