package dev.earworm;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Earworm this is, from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"earworm " + version + ", Java " + Runtime.version()};
    }
}
