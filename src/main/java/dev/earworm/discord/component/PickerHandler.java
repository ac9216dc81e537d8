package dev.earworm.discord.component;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * A menu of channels or roles. The router has read its id and sent the acknowledgement before {@link #pick} is called. Who
 * chose, what the id says and what was chosen may be forged; what is not of this guild is missing from what was chosen.
 */
public interface PickerHandler {
    Action action();

    /** Made without looking anything up, so that it leaves at once. */
    RestAction<?> acknowledgement(EntitySelectInteractionEvent event);

    /** Does the work and answers. Exceptions are bugs; the router apologises for them. */
    void pick(EntitySelectInteractionEvent event, CustomId id);
}
