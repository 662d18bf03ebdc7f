package io.faceline.cli.rules;

import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.Definitions;
import io.faceline.cli.report.Plurals;
import java.util.List;
import java.util.stream.Collectors;

/** How many there are of each kind: {@code 2 rules, 1 list, 0 groups, 1 receiver}. */
final class CountsText {
    private static final List<DefinitionKind<?>> ORDER =
            List.of(DefinitionKind.RULE, DefinitionKind.LIST, DefinitionKind.GROUP, DefinitionKind.RECEIVER);

    private CountsText() {}

    static String of(Definitions definitions) {
        return ORDER.stream()
                .map(kind -> Plurals.of(kind.in(definitions).size(), kind.word()))
                .collect(Collectors.joining(", "));
    }
}
