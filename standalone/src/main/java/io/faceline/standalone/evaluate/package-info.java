/** How well the models recognise, measured through the classes that the services run. */
@NullMarked
package io.faceline.standalone.evaluate;

import org.jspecify.annotations.NullMarked;
