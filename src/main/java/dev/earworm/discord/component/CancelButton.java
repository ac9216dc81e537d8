package dev.earworm.discord.component;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.SongCancelling;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Cancel" below a song that waits, or is made by a provider that can stop. Everyone sees it; it works for the song's own member alone. */
public final class CancelButton implements ButtonHandler {
    private final SongCancelling cancelling;

    public CancelButton(SongCancelling cancelling) {
        this.cancelling = cancelling;
    }

    @Override
    public Action action() {
        return Action.CANCEL;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferReply(true);
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        Answers.fill(event.getHook(), cancelling.cancel(song, Origin.account(event)));
    }
}
