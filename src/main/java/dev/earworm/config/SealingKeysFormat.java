package dev.earworm.config;

import dev.earworm.storage.SealingConfig;
import java.util.List;

/** One or more keys of 32 bytes in base64, with blanks, commas or line breaks between them. Never shown. */
record SealingKeysFormat() implements ValueFormat<SealingConfig> {
    @Override
    public Parsed<SealingConfig> parse(String text) {
        try {
            return new Accepted<>(new SealingConfig(List.of(text.strip().split("[\\s,]+"))));
        } catch (IllegalArgumentException e) {
            return new Refused<>("allowed are 32 bytes in base64, as openssl rand -base64 32 makes them; an older key,"
                    + " which only opens, may follow it behind a comma");
        }
    }

    @Override
    public String shown(String text) {
        return "a text of " + text.length() + " characters that is not shown here";
    }
}
