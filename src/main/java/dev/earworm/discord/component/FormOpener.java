package dev.earworm.discord.component;

import dev.earworm.discord.command.Opening;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;

/**
 * A button or a menu that opens a form. A form can only be the first answer to an interaction, so nothing has been
 * acknowledged yet: {@link #open} has well under three seconds, and asks nobody but the database. What the id says
 * may be forged.
 */
public interface FormOpener {
    Action action();

    Opening open(GenericComponentInteractionCreateEvent event, CustomId id);
}
