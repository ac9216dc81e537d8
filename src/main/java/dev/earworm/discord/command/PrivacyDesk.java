package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.privacy.Forgetting;
import dev.earworm.privacy.PersonalData;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.UserId;
import java.time.InstantSource;
import java.util.function.Function;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.TimeFormat;

/** Where persons read what is kept about them, and have it forgotten. Whoever presses is who is meant. */
public final class PrivacyDesk {
    private final PersonalData data;
    private final InstantSource clock;

    public PrivacyDesk(PersonalData data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    Reply overview() {
        return Reply.of(Post.of(say("privacy.overview"))
                .with(button(Action.PRIVACY_EXPORT, say("privacy.export"), ButtonStyle.PRIMARY))
                .with(button(Action.PRIVACY_FORGET, say("privacy.forget"), ButtonStyle.DANGER)));
    }

    public byte[] export(Interaction interaction) {
        return data.export(person(interaction));
    }

    public Reply askWhetherToForget() {
        return Reply.of(Post.of(say("privacy.sure-about-all", endOfCounting()))
                .with(button(Action.PRIVACY_FORGET_DATA, say("privacy.forget-data"), ButtonStyle.DANGER))
                .with(button(Action.PRIVACY_FORGET_MESSAGES, say("privacy.forget-messages"), ButtonStyle.DANGER))
                .with(button(Action.PRIVACY_KEEP, say("privacy.keep"), ButtonStyle.SECONDARY)));
    }

    public Reply forget(Interaction interaction) {
        return forgotten(interaction, data::forget);
    }

    public Reply forgetWithMessages(Interaction interaction) {
        return forgotten(interaction, data::forgetWithMessages);
    }

    public Reply keep() {
        return Reply.of(say("privacy.kept"));
    }

    private Reply forgotten(Interaction interaction, Function<UserId, Forgetting> forgetting) {
        return switch (forgetting.apply(person(interaction))) {
            case Forgetting.Forgotten forgotten -> Reply.of(sentence(forgotten));
            case Forgetting.SongsInTheWorks works ->
                Reply.of(askWhetherToForget().post().saying(say("privacy.in-the-works", works.count())));
            case Forgetting.TryLater _ -> Reply.of(askWhetherToForget().post().saying(say("privacy.try-later")));
        };
    }

    private String sentence(Forgetting.Forgotten forgotten) {
        String done = say("privacy.all-forgotten", forgotten.songs(), endOfCounting());
        return forgotten.songsStillPosted() == 0
                ? done
                : done + "\n" + say("privacy.still-posted", forgotten.songsStillPosted());
    }

    private String endOfCounting() {
        return TimeFormat.DATE_TIME_SHORT
                .atInstant(QuotaDay.of(clock.instant()).countsUntil())
                .toString();
    }

    private static UserId person(Interaction interaction) {
        return new UserId(interaction.getUser().getIdLong());
    }

    private static PostButton button(Action action, String label, ButtonStyle style) {
        return new PostButton(CustomId.of(action), label, style);
    }
}
