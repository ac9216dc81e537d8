package dev.earworm;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Earworm this is, from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"earworm " + number() + ", Java " + Runtime.version()};
    }

    static String number() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
