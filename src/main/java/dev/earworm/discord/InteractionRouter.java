package dev.earworm.discord;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.FormCommand;
import dev.earworm.discord.command.Languages;
import dev.earworm.discord.command.MemberCommand;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.SlashCommand;
import dev.earworm.discord.component.ButtonHandler;
import dev.earworm.discord.component.FormHandler;
import dev.earworm.discord.component.FormOpener;
import dev.earworm.discord.component.MenuHandler;
import dev.earworm.discord.component.PickerHandler;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Sending;
import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.jobs.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each interaction to what answers it, and sees to it that it is answered, also when that fails.
 *
 * <p>The acknowledgement leaves before anything is looked up, and nothing is done until Discord has taken it: if it is too
 * late, or another process with the same token was first, the member's song must not be ordered here as well. What opens a
 * form is the exception, as a form is itself the first answer; opening one orders nothing. Methods run on a virtual thread
 * an event (see {@link ShardConnections}), so they may block.
 */
final class InteractionRouter extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionRouter.class);

    /** Unknown message, unknown webhook, unknown interaction, invalid webhook token. */
    private static final Set<Integer> TOO_LATE = Set.of(10008, 10015, 10062, 50027);

    private final Features features;
    private final Languages languages;
    private final Admission admission;

    InteractionRouter(Features features, Languages languages, Admission admission) {
        this.features = features;
        this.languages = languages;
        this.admission = admission;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        during(event, () -> route(event));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        during(event, () -> route(event));
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        during(event, () -> route(event));
    }

    @Override
    public void onEntitySelectInteraction(EntitySelectInteractionEvent event) {
        during(event, () -> route(event));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        during(event, () -> route(event));
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        during(event, () -> offer(event));
    }

    private void during(Interaction event, Runnable work) {
        try (InteractionLog _ = InteractionLog.of(event)) {
            languages.ofMember(event).during(work);
        }
    }

    private void route(SlashCommandInteractionEvent event) {
        Optional<MemberCommand> command = features.command(event.getFullCommandName());
        if (command.isEmpty()) {
            refuse(event, say("unknown-command"));
            return;
        }
        withinBoundary(
                event,
                () -> obstacle(event, command.get())
                        .ifPresentOrElse(obstacle -> refuse(event, obstacle), () -> answer(event, command.get())));
    }

    private Optional<String> obstacle(SlashCommandInteractionEvent event, MemberCommand command) {
        Optional<String> misfit =
                OptionPolicy.isFit(event, command.data()) ? Optional.empty() : Optional.of(say("unknown-options"));
        return admission.obstacle(event, command).or(() -> misfit);
    }

    private void route(ButtonInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(event.getComponentId());
        Optional<ButtonHandler> button = id.flatMap(features::button);
        if (id.isEmpty() || button.isEmpty()) {
            openForm(event, id);
        } else {
            withinBoundary(event, () -> press(event, button.get(), id.get()));
        }
    }

    private void route(StringSelectInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(event.getComponentId());
        Optional<MenuHandler> menu = id.flatMap(features::menu);
        if (id.isEmpty() || menu.isEmpty()) {
            openForm(event, id);
        } else {
            withinBoundary(event, () -> select(event, menu.get(), id.get()));
        }
    }

    private void route(EntitySelectInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(event.getComponentId());
        Optional<PickerHandler> picker = id.flatMap(features::picker);
        if (id.isEmpty() || picker.isEmpty()) {
            refuse(event, say("unknown-button"));
        } else {
            withinBoundary(event, () -> pick(event, picker.get(), id.get()));
        }
    }

    private void openForm(GenericComponentInteractionCreateEvent event, Optional<CustomId> id) {
        Optional<FormOpener> opener = id.flatMap(features::opener);
        if (id.isEmpty() || opener.isEmpty()) {
            refuse(event, say("unknown-button"));
        } else {
            withinBoundary(event, () -> open(event, opener.get().open(event, id.get())));
        }
    }

    private void route(ModalInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(event.getModalId());
        Optional<FormHandler> form = id.flatMap(features::form);
        if (id.isEmpty() || form.isEmpty()) {
            refuse(event, say("unknown-form"));
        } else {
            withinBoundary(event, () -> submit(event, form.get(), id.get()));
        }
    }

    private void offer(CommandAutoCompleteInteractionEvent event) {
        List<Choice> choices = List.of();
        try {
            choices = features.command(event.getFullCommandName())
                    .filter(command -> admission.obstacle(event, command).isEmpty())
                    .map(command -> command.choices(event))
                    .orElse(List.of());
        } catch (RuntimeException e) {
            LOG.error("no choices for {}", event.getFullCommandName(), e);
        }
        isTaken(event, event.replyChoices(choices));
    }

    private void answer(SlashCommandInteractionEvent event, MemberCommand command) {
        switch (command) {
            case SlashCommand slash -> answer(event, slash);
            case FormCommand form -> open(event, form.open(event));
        }
    }

    private void answer(SlashCommandInteractionEvent event, SlashCommand command) {
        Visibility visibility = command.visibility(event);
        if (isTaken(event, event.deferReply(visibility == Visibility.PRIVATE))) {
            languages.of(event, visibility).during(() -> Answers.fill(event.getHook(), command.answer(event)));
        }
    }

    private static <E extends IReplyCallback & IModalCallback> void open(E event, Opening opening) {
        switch (opening) {
            case Opening.Form form -> isTaken(event, event.replyModal(form.form()));
            case Opening.Refused refused -> refuse(event, refused.sentence());
        }
    }

    private void submit(ModalInteractionEvent event, FormHandler form, CustomId id) {
        if (isTaken(event, form.acknowledgement(event))) {
            languages.of(event, form.visibility()).during(() -> form.submit(event, id));
        }
    }

    private static void press(ButtonInteractionEvent event, ButtonHandler button, CustomId id) {
        if (isTaken(event, button.acknowledgement(event))) {
            button.press(event, id.song());
        }
    }

    private static void select(StringSelectInteractionEvent event, MenuHandler menu, CustomId id) {
        if (isTaken(event, menu.acknowledgement(event))) {
            menu.select(event, id);
        }
    }

    private static void pick(EntitySelectInteractionEvent event, PickerHandler picker, CustomId id) {
        if (isTaken(event, picker.acknowledgement(event))) {
            picker.pick(event, id);
        }
    }

    private static void refuse(IReplyCallback event, String sentence) {
        isTaken(event, event.reply(Post.of(sentence).toCreate()).setEphemeral(true));
    }

    /** Whether Discord took the first answer. */
    private static boolean isTaken(Interaction event, RestAction<?> firstAnswer) {
        try {
            Sending.await(firstAnswer);
            return true;
        } catch (ErrorResponseException | CallFailedException e) {
            LOG.warn("interaction {} could not be answered: {}", event.getId(), e.getMessage());
            return false;
        }
    }

    /** An interaction that a handler leaves with an exception is answered all the same, with a name to find it by. */
    private static void withinBoundary(IReplyCallback event, Runnable handler) {
        try {
            handler.run();
        } catch (CallFailedException e) {
            LOG.warn("interaction {} could not be answered: {}", event.getId(), e.getMessage());
        } catch (ErrorResponseException e) {
            if (isOurs(e)) {
                fail(event, e);
            } else {
                LOG.warn("interaction {} could not be answered: {}", event.getId(), e.getMessage());
            }
        } catch (RuntimeException | Error e) {
            fail(event, e);
        }
    }

    /**
     * Nothing went wrong inside the bot where Discord is unwell or the token has expired, and what was asked for may be
     * done: whoever reads an apology would ask for it again.
     */
    private static boolean isOurs(ErrorResponseException refusal) {
        return !refusal.isServerError() && !TOO_LATE.contains(refusal.getErrorCode());
    }

    private static void fail(IReplyCallback event, Throwable failure) {
        LOG.error("interaction {} failed", event.getId(), failure);
        apologise(event);
    }

    private static void apologise(IReplyCallback event) {
        Reply apology = Reply.of(say("broken", "`" + event.getId() + "`"));
        if (!event.isAcknowledged()) {
            isTaken(event, event.reply(apology.post().toCreate()).setEphemeral(true));
            return;
        }
        try {
            Answers.followUp(event.getHook(), apology, Visibility.PRIVATE);
        } catch (RuntimeException e) {
            LOG.warn("interaction {} got no apology: {}", event.getId(), e.getMessage());
        }
    }
}
