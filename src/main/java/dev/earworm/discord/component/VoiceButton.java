package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.HouseRules;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.VoiceMessages;
import dev.earworm.discord.delivery.VoiceOutcome;
import dev.earworm.discord.words.PermissionWords;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Send as voice message" below a finished song. */
public final class VoiceButton implements ButtonHandler {
    private final OwnSongs own;
    private final VoiceMessages voices;
    private final HouseRules rules;

    public VoiceButton(SongService songs, VoiceMessages voices, HouseRules rules) {
        this.rules = rules;
        this.own = new OwnSongs(songs);
        this.voices = voices;
    }

    @Override
    public Action action() {
        return Action.VOICE;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferReply(true);
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        Answers.fill(event.getHook(), own.answer(event, song, found -> Reply.of(sentence(event, found))));
    }

    private String sentence(ButtonInteractionEvent event, Job song) {
        return rules.obstacleToSending(
                        event, song.account().guild(), song.destination().channel())
                .orElseGet(() -> sentence(voices.send(song)));
    }

    private static String sentence(VoiceOutcome outcome) {
        return switch (outcome) {
            case VoiceOutcome.Sent sent -> say("voice.sent", sent.url());
            case VoiceOutcome.AlreadyThere there -> say("voice.already-there", there.url());
            case VoiceOutcome.UnderWay _ -> say("voice.under-way");
            case VoiceOutcome.Forbidden forbidden -> say("voice.forbidden", PermissionWords.of(forbidden.permission()));
            case VoiceOutcome.SongGone _ -> say("voice.song-gone");
            case VoiceOutcome.Closed _ -> say("voice.closed");
            case VoiceOutcome.TooLarge _ -> say("voice.too-large");
            case VoiceOutcome.Later _ -> say("track.later");
        };
    }
}
