package dev.earworm.sandbox;

/** Someone with an account, whatever guilds they are in. */
public final class SandboxUser {
    private final long id;
    private final String name;
    private final boolean isBot;
    private boolean takesDirectMessages = true;

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
