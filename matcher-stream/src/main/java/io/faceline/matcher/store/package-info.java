/** State stores, global stores and outputs of the matcher. */
package io.faceline.matcher.store;
