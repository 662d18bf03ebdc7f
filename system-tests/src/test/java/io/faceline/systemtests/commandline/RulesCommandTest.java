package io.faceline.systemtests.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules over restarts: every command starts and stops Kafka. */
@Tag("slow")
class RulesCommandTest {
    private static final String YAML = """
            lists:
              - name: Staff
            rules:
              - name: Back door
                who: {kind: not-listed, list: staff}
                zone: Europe/Berlin
                hours: [{from: 22:00, to: 06:00}]
            receivers:
              - name: Pager
                target: {kind: webhook, url: "https://pager.example/hook", secret: PAGER}
            """;

    @TempDir
    Path folder;

    private GalleryCommands commands;

    @BeforeEach
    void useFolder() {
        commands = new GalleryCommands(folder);
    }

    private String file(String name, String yaml) throws Exception {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }

    @Test
    void rules_areImportedListedExportedAndDeleted() throws Exception {
        var file = file("rules.yml", YAML);

        assertThat(commands.run("rules", "import", file, "--dry-run").out())
                .isEqualTo("created list staff (Staff)\ncreated rule back-door (Back door)\n"
                        + "created receiver pager (Pager)\n3 changes; nothing was written\n");
        assertThat(commands.run("rules").out()).isEqualTo("0 rules, 0 lists, 0 groups, 0 receivers\n");
        var imported = commands.run("rules", "import", file);
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(commands.run("rules", "import", file).out()).isEqualTo("0 changes\n");
        assertThat(commands.run("rules", "list").out())
                .isEqualTo("back-door  Back door  anybody not of staff\n1 rule, 1 list, 0 groups, 1 receiver\n");

        var exported = commands.run("rules", "export").out();
        assertThat(exported).contains("secret: PAGER", "zone: Europe/Berlin").doesNotContain("revision");
        assertThat(commands.run("rules", "import", file("again.yml", exported), "--replace")
                        .out())
                .isEqualTo("0 changes\n");
        assertThat(commands.run("rules", "try", file).out()).isEqualTo("back-door: 0 alerts, of 0 records of tracks\n");
        assertThat(commands.run("rules", "import", file("none.yml", "lists: []"), "--replace")
                        .err())
                .contains("list \"staff\": it cannot be deleted, as it is named by the rule \"back-door\"");

        assertThat(commands.run("rules", "delete", "back-door").out())
                .isEqualTo("deleted rule back-door (Back door)\n");
        assertThat(commands.run("rules", "delete", "back-door").exitCode()).isEqualTo(2);
    }
}
