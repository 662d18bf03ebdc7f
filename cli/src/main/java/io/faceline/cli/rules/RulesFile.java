package io.faceline.cli.rules;

import io.faceline.alerting.definition.DefinitionException;
import io.faceline.alerting.definition.Definitions;
import io.faceline.alerting.definition.DefinitionsFile;
import io.faceline.alerting.definition.ReceiverFields;
import io.faceline.alerting.definition.SecretSealer;
import io.faceline.alerting.definition.WrittenDefinitions;
import io.faceline.alerting.message.TemplateCheck;
import io.faceline.cli.command.CommandFailure;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** A file of rules, which somebody wrote. */
final class RulesFile {
    private static final DefinitionsFile FORMAT =
            new DefinitionsFile(new ReceiverFields(SecretSealer.NONE, TemplateCheck::require));

    private final Path path;
    private final String text;

    private RulesFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    /** @throws CommandFailure if it cannot be read */
    static RulesFile read(Path path) {
        try {
            return new RulesFile(path, Files.readString(path));
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(path + " cannot be read: " + FileFault.reason(e));
        }
    }

    /**
     * @param known whose receivers keep their secrets
     * @throws CommandFailure that says what is wrong in it
     */
    WrittenDefinitions definitions(Definitions known) {
        return checked(() -> FORMAT.read(text, known, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** @throws CommandFailure that names the file, if the definitions are wrong */
    <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (DefinitionException e) {
            throw CommandFailure.failed(path + ": " + e.getMessage());
        }
    }
}
