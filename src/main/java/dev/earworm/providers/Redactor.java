package dev.earworm.providers;

import java.util.List;

/** Makes a vendor's text fit for a log: no secrets, one line, not too long. */
public final class Redactor {
    private static final int LIMIT = 500;
    private static final String HIDDEN = "[hidden]";

    private final List<String> secrets;

    /** @param secrets what must never be read again, though the vendor may echo it */
    public Redactor(String... secrets) {
        this.secrets = List.of(secrets);
    }

    public String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, HIDDEN);
        }
        clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() <= LIMIT ? clean : clean.substring(0, LIMIT) + "…";
    }

    @Override
    public String toString() {
        return "Redactor";
    }
}
