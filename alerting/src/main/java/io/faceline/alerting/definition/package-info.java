/** Rules, watch lists, groups and receivers as people write them: JSON and YAML. */
@NullMarked
package io.faceline.alerting.definition;

import org.jspecify.annotations.NullMarked;
