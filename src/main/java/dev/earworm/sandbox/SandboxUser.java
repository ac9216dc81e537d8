package dev.earworm.sandbox;

import dev.earworm.sandbox.rules.Locales;

/** Someone with an account, whatever guilds they are in. */
public final class SandboxUser {
    private final long id;
    private final String name;
    private final boolean isBot;
    private boolean takesDirectMessages = true;
    private boolean hasInstalled;
    private long uploadLimit;
    private String locale = Locales.STANDARD;

    SandboxUser(long id, String name, boolean isBot) {
        this.id = id;
        this.name = name;
        this.isBot = isBot;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean isBot() {
        return isBot;
    }

    /** How a message's content mentions this user. */
    public String mention() {
        return "<@" + Json.id(id) + ">";
    }

    /** "The maximum of these values": the place's, and that of the user's own subscription. */
    long uploadLimitIn(SandboxChannel channel) {
        return Math.max(channel.uploadLimit(), uploadLimit);
    }

    void uploadLimit(long bytes) {
        uploadLimit = bytes;
    }

    boolean hasInstalled() {
        return hasInstalled;
    }

    void hasInstalled(boolean has) {
        hasInstalled = has;
    }

    String locale() {
        return locale;
    }

    void locale(String changed) {
        locale = Locales.require(changed);
    }

    boolean takesDirectMessages() {
        return takesDirectMessages;
    }

    void takesDirectMessages(boolean takes) {
        takesDirectMessages = takes;
    }

    @Override
    public String toString() {
        return "@" + name;
    }
}
