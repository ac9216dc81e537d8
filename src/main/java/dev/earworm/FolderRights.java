package dev.earworm;

import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Who may read and change the data folder, which holds members' words. */
final class FolderRights {
    private FolderRights() {}

    static Finding of(Path folder) throws IOException {
        Path there = DiskSpace.existing(folder);
        if (!Files.isWritable(there)) {
            return new Unwell(there + " cannot be written to; give it to the user that runs Earworm, or name another"
                    + " folder as data.dir (DATA_DIR)");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(there, PosixFileAttributeView.class);
        return view == null || !there.equals(folder.toAbsolutePath())
                ? new Well("it can be written to")
                : of(there, view.readAttributes());
    }

    private static Finding of(Path folder, PosixFileAttributes attributes) {
        Set<PosixFilePermission> rights = attributes.permissions();
        String owner = attributes.owner().getName();
        if (rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            return new Unwell("everybody on this machine can change " + folder + ", which is " + owner
                    + "'s: chmod 700 " + folder);
        }
        return new Well(
                rights.contains(PosixFilePermission.OTHERS_READ)
                        ? "it is " + owner + "'s, and everybody on this machine can read it; chmod 700 " + folder
                                + " keeps others out"
                        : "it is " + owner + "'s");
    }
}
