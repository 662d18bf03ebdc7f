/** State stores, global stores, and what the matcher writes. */
package io.faceline.matcher.store;
