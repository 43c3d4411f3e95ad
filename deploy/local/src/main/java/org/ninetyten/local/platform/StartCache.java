package org.ninetyten.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What a JVM has learnt in an earlier run of the same program (JEP 483 and 514), so that it starts in less than half the
 * time. The first run of a build learns and writes the file when it ends; a run that is killed writes none. The JVM
 * itself ignores a file that does not fit its classes or its settings.
 */
record StartCache(Path file, Path program) {

    boolean isThere() {
        try {
            return Files.isRegularFile(file) && changed(file).compareTo(changed(program)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The option of the JVM: use the file, or write it. */
    String option() {
        return isThere() ? "-XX:AOTCache=" + file : "-XX:AOTCacheOutput=" + file;
    }

    private static FileTime changed(Path path) throws IOException {
        return Files.getLastModifiedTime(path);
    }
}
