package io.faceline.cli.rules;

import io.faceline.api.alertrules.trial.RecentTracks;
import io.faceline.api.alertrules.trial.RuleTrial;
import io.faceline.api.alertrules.trial.TrialAlert;
import io.faceline.api.alertrules.trial.TrialAnswer;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.report.Plurals;
import io.faceline.contracts.Shown;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.standalone.pipeline.Stages;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = "Says what the rules of a file would have said of the last hours. Writes nothing.",
        footer = {"", "Example:", "  faceline rules --data ~/faceline try rules.yml --last 2h"})
final class RulesTryCommand implements Callable<Integer> {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([mh])");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "File in YAML.")
    private Path file;

    @Option(
            names = "--last",
            paramLabel = "TIME",
            description = "How far back, such as 30m or 2h; at most 24h. Default: 1h.")
    private String last = "1h";

    @Override
    public Integer call() {
        var span = span();
        var given = RulesFile.read(file);
        try (var pipeline = rules.pipelineOptions().openPersistent(Stages.NONE)) {
            var stored = new StoredRules(pipeline);
            var known = stored.read();
            var wanted = given.definitions(known);
            var plan = given.checked(() -> stored.plan(known, wanted, false));
            var trial = new RuleTrial(new RecentTracks(pipeline.kafka()), stored::isKnown, InstantSource.system());
            var isTried = true;
            for (var rule : wanted.definitions().rules()) {
                isTried &= tried(() -> trial.run(rule, plan.after(), span), rule, pipeline.people());
            }
            return isTried ? ExitCode.OK : ExitCode.SOME_FAILED;
        }
    }

    private boolean tried(Supplier<TrialAnswer> trial, AlertRule rule, TableReader<Person> people) {
        var out = spec.commandLine().getOut();
        try {
            print(out, rule, trial.get(), people);
            return true;
        } catch (ProblemException e) {
            out.println(Shown.of(rule.id() + ": " + e.getMessage()));
            return false;
        } finally {
            out.flush();
        }
    }

    private static void print(PrintWriter out, AlertRule rule, TrialAnswer answer, TableReader<Person> people) {
        out.println(Shown.of(rule.id() + ": " + Plurals.of(answer.alerts().size(), "alert") + ", of "
                + Plurals.of(answer.tracks(), "record") + " of tracks"
                + (answer.isComplete() ? "" : "; there are more, which were not judged")));
        answer.alerts().forEach(alert -> out.println("  " + Shown.of(line(rule, alert, people))));
    }

    private static String line(AlertRule rule, TrialAlert alert, TableReader<Person> people) {
        var local = alert.firstSeen().atZone(rule.knownZone().orElse(ZoneOffset.UTC));
        var source = alert.source() == null ? "" : "  " + alert.source();
        return TIME.format(local) + source + "  " + who(alert, people) + "  "
                + String.format(Locale.ROOT, "%.1f s in view", alert.secondsInView());
    }

    private static String who(TrialAlert alert, TableReader<Person> people) {
        if (alert.person() == null) {
            return alert.subject().value();
        }
        return people.get(alert.person().value())
                .map(Person::name)
                .orElse(alert.subject().value());
    }

    private Duration span() {
        var parts = SPAN.matcher(last);
        if (parts.matches()) {
            var number = Integer.parseInt(parts.group(1));
            var span = parts.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
            if (!span.isZero() && span.compareTo(LONGEST) <= 0) {
                return span;
            }
        }
        throw CommandFailure.wrongUsage("--last must be such as 30m or 2h, and at most 24h; was \"" + last + "\"");
    }
}
