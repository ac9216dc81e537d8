package dev.earworm.discord.component;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.jobs.Visibility;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * What becomes of a form that was sent. The router has read its id and sent the acknowledgement before {@link #submit} is
 * called. Who sent it, its id and its fields may be forged.
 */
public interface FormHandler {
    Action action();

    /** Made without looking anything up, so that it leaves at once. */
    RestAction<?> acknowledgement(ModalInteractionEvent event);

    /** Who reads the answer, which decides its language. */
    default Visibility visibility() {
        return Visibility.PRIVATE;
    }

    /** Does the work and answers. Exceptions are bugs; the router apologises for them. */
    void submit(ModalInteractionEvent event, CustomId id);
}
