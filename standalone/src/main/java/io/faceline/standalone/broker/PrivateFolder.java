package io.faceline.standalone.broker;

import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a data folder to its owner. A folder of faceline, or an empty one, that others can use is closed if it is this user's.
 * One that belongs to another user, that others can write to, or that holds something else is refused and left as it is.
 */
final class PrivateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

    /** What a folder may hold that no faceline has used yet: of ext4, and of {@code up --https}. */
    private static final Set<String> UNUSED = Set.of("lost+found", "https.p12");

    private PrivateFolder() {}

    /**
     * Creates the folder if it is missing.
     *
     * @param mark the file that every data folder holds once it was used
     * @throws SettingsException when others can use the folder, and must not be kept out without asking
     * @throws AccessDeniedException when the owner may not write to it either
     */
    static void require(Path folder, String mark) throws IOException {
        if (!Files.isDirectory(folder)) {
            OwnerOnly.folder(folder);
        }
        if (!OwnerOnly.isOpenToOthers(folder)) {
            return;
        }
        var permissions = Files.getPosixFilePermissions(folder);
        var text = PosixFilePermissions.toString(permissions);
        refuseIf(permissions.contains(PosixFilePermission.OTHERS_WRITE), folder, text, "every user can write to it");
        refuseIf(!isOwn(folder), folder, text, "it belongs to another user");
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        refuseIf(!isUnused(folder) && !Files.exists(folder.resolve(mark)), folder, text, "it holds other files");
        OwnerOnly.folder(folder);
        refuseIf(OwnerOnly.isOpenToOthers(folder), folder, text, "its file system keeps no permissions");
        LOG.warn("event=data_folder_closed folder={} permissions_before={}", folder, text);
    }

    private static void refuseIf(boolean isRefused, Path folder, String permissions, String reason) {
        if (isRefused) {
            throw new SettingsException("the data folder " + folder + " can be used by other users (" + permissions
                    + ") and " + reason + "; choose a folder of its own with --data, or close this one with chmod 700");
        }
    }

    /** By a file that this process creates: user names differ between Java and the file system, as in containers. */
    private static boolean isOwn(Path folder) throws IOException {
        var probe = Files.isWritable(folder)
                ? Files.createTempFile(folder, ".faceline", null)
                : Files.createTempFile(".faceline", null);
        try {
            return Files.getOwner(probe).equals(Files.getOwner(folder));
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isUnused(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.allMatch(file -> UNUSED.contains(file.getFileName().toString()));
        }
    }
}
