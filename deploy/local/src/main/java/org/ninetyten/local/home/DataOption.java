package org.ninetyten.local.home;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command shares. */
public final class DataOption {

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data (default: .ninetyten here).")
    private @Nullable Path data;

    public Home home() {
        return Home.locate(data);
    }
}
