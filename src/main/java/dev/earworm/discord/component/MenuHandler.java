package dev.earworm.discord.component;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * A menu that does something by itself, instead of opening a form. The router has read its id and sent the
 * acknowledgement before {@link #select} is called. Who chose, what the id says
 * and what was chosen may be forged.
 */
public interface MenuHandler {
    Action action();

    /** Made without looking anything up, so that it leaves at once. */
    RestAction<?> acknowledgement(StringSelectInteractionEvent event);

    /** Does the work and answers. Exceptions are bugs; the router apologises for them. */
    void select(StringSelectInteractionEvent event, CustomId id);
}
