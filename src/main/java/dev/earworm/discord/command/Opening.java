package dev.earworm.discord.command;

import net.dv8tion.jda.api.modals.Modal;

/** What comes of asking for a form. */
public sealed interface Opening {
    record Form(Modal form) implements Opening {}

    /** Only the member who asked reads why. */
    record Refused(String sentence) implements Opening {}
}
