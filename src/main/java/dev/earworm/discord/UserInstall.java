package dev.earworm.discord;

/** Whether members may add the bot to their own account, as it is set on Discord's page of the application. */
public enum UserInstall {
    ALLOWED,
    NOT_ALLOWED,
    /** Discord does not say, or cannot be asked. */
    UNKNOWN
}
