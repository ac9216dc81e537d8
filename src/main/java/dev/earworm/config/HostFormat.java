package dev.earworm.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** An address of this machine, or {@code all} of them. Whether the machine has it is found out when it is opened. */
final class HostFormat implements ValueFormat<Optional<String>> {
    private static final String ALL = "all";
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:-]{1,253}");

    @Override
    public Parsed<Optional<String>> parse(String text) {
        if (text.equals(ALL)) {
            return new Accepted<>(Optional.empty());
        }
        return HOST.matcher(text).matches()
                ? new Accepted<>(Optional.of(text))
                : new Refused<>("allowed is all, or an address of this machine as 127.0.0.1");
    }
}
