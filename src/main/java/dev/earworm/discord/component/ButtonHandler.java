package dev.earworm.discord.component;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * One kind of button. The router has read its id and sent the acknowledgement before {@link #press} is called, on a
 * virtual thread of its own. Who pressed it and which song the id names may be forged.
 */
public interface ButtonHandler {
    CustomId.Action action();

    /** Made without looking anything up, so that it leaves at once. */
    RestAction<?> acknowledgement(ButtonInteractionEvent event);

    /** Does the work and answers. Exceptions are bugs; the router apologises for them. */
    void press(ButtonInteractionEvent event, JobId song);
}
