package io.faceline.alerting.definition;

import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import java.util.List;

/** Rules, lists, groups and receivers together. */
public record Definitions(
        List<AlertRule> rules, List<WatchList> lists, List<SourceGroup> groups, List<Receiver> receivers) {
    public static final Definitions NONE = new Definitions(List.of(), List.of(), List.of(), List.of());

    public Definitions {
        rules = List.copyOf(rules);
        lists = List.copyOf(lists);
        groups = List.copyOf(groups);
        receivers = List.copyOf(receivers);
    }
}
