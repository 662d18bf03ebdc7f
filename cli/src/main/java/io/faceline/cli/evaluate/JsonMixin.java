package io.faceline.cli.evaluate;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The output of an evaluation that ends with one report: text or JSON. */
final class JsonMixin {
    @Option(names = "--json", description = "Print one JSON object and nothing else to standard output.")
    private boolean json;

    EvaluationPrinter printer(CommandSpec spec) {
        return new EvaluationPrinter(spec.commandLine().getOut(), json);
    }
}
