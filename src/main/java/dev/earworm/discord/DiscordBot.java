package dev.earworm.discord;

import dev.earworm.discord.command.AdminCommand;
import dev.earworm.discord.command.CancelCommand;
import dev.earworm.discord.command.ComposeCommand;
import dev.earworm.discord.command.HelpCommand;
import dev.earworm.discord.command.Languages;
import dev.earworm.discord.command.LibraryCommand;
import dev.earworm.discord.command.LibraryDesk;
import dev.earworm.discord.command.LibraryPosts;
import dev.earworm.discord.command.LibrarySending;
import dev.earworm.discord.command.MemberCommand;
import dev.earworm.discord.command.PlanBrake;
import dev.earworm.discord.command.PlanCommand;
import dev.earworm.discord.command.PlanDesk;
import dev.earworm.discord.command.PlanPosts;
import dev.earworm.discord.command.PlanningModels;
import dev.earworm.discord.command.PrivacyCommand;
import dev.earworm.discord.command.PrivacyDesk;
import dev.earworm.discord.command.QueueCommand;
import dev.earworm.discord.command.QuotaCommand;
import dev.earworm.discord.command.SectionRewriting;
import dev.earworm.discord.command.SongCancelling;
import dev.earworm.discord.command.SongCommand;
import dev.earworm.discord.command.SongDesk;
import dev.earworm.discord.command.SongFormModal;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.command.UploadLimits;
import dev.earworm.discord.component.AgainButton;
import dev.earworm.discord.component.ButtonHandler;
import dev.earworm.discord.component.CancelButton;
import dev.earworm.discord.component.ChangeForm;
import dev.earworm.discord.component.ComposeForm;
import dev.earworm.discord.component.DeleteButton;
import dev.earworm.discord.component.ExtendForm;
import dev.earworm.discord.component.LibraryButtons;
import dev.earworm.discord.component.LibraryMenu;
import dev.earworm.discord.component.PlanForm;
import dev.earworm.discord.component.PlanSuggestionButton;
import dev.earworm.discord.component.PrivacyButtons;
import dev.earworm.discord.component.RemoveButton;
import dev.earworm.discord.component.RenameForm;
import dev.earworm.discord.component.RenderButton;
import dev.earworm.discord.component.SectionForm;
import dev.earworm.discord.component.SeparateButton;
import dev.earworm.discord.component.SettingMenu;
import dev.earworm.discord.component.SongChanges;
import dev.earworm.discord.component.StemsButton;
import dev.earworm.discord.component.SuggestionButton;
import dev.earworm.discord.component.VoiceButton;
import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.discord.delivery.TrackRemoval;
import dev.earworm.discord.delivery.VoiceMessages;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.SongService;
import dev.earworm.library.Library;
import dev.earworm.music.Providers;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.privacy.PersonalData;
import dev.earworm.settings.RegisteredGuilds;
import dev.earworm.settings.SettingsStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot as members meet it: logs in, and answers commands and buttons. */
public final class DiscordBot {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

    private final DiscordConnection connection;
    private final CommandRegistration registration;
    private final Object[] listeners;

    /** Makes the bot and connects to nothing yet. */
    public DiscordBot(
            DiscordConnection connection,
            SongService songs,
            DraftStore drafts,
            SettingsStore settings,
            RegisteredGuilds registered,
            Library library,
            PersonalData personalData,
            VoiceMessages voices,
            TrackRemoval removal,
            SongQueue queue,
            Quotas quotas,
            Providers providers,
            InstantSource clock) {
        this.connection = connection;
        UploadLimits uploadLimits = new UploadLimits(connection.limits());
        SongDesk desk = new SongDesk(songs, connection.posts(), connection.board(), providers);
        Languages languages = new Languages(settings);
        SongOrdering ordering = new SongOrdering(desk, providers, uploadLimits, languages);
        SongFormModal forms = new SongFormModal(providers);
        ComposeForm composeForm = new ComposeForm(ordering, forms, drafts, clock);
        PlanPosts plans = new PlanPosts(providers);
        PlanningModels planners = new PlanningModels(providers);
        PlanBrake brake = new PlanBrake(clock);
        PlanDesk planDesk = new PlanDesk(planners, plans, drafts, brake, providers, clock);
        PlanForm planForm = new PlanForm(drafts, plans, clock);
        SectionForm sectionForm = new SectionForm(
                drafts, plans, new SectionRewriting(providers, planners, plans, drafts, brake, clock), clock);
        ChangeForm changeForm = new ChangeForm(songs, ordering, forms, new SongChanges(providers), drafts, clock);
        ExtendForm extendForm = new ExtendForm(songs, ordering, providers, drafts, clock);
        SongCancelling cancelling = new SongCancelling(songs);
        LibraryDesk libraryDesk =
                new LibraryDesk(library.store(), library.removal(), new LibraryPosts(connection.posts()), providers);
        LibrarySending sending = new LibrarySending(library.store(), library.resending(), uploadLimits, languages);
        RenameForm renameForm = new RenameForm(libraryDesk);
        PrivacyDesk privacyDesk = new PrivacyDesk(personalData, clock);
        List<MemberCommand> commands = new ArrayList<>(List.of(
                new SongCommand(ordering, providers),
                new ComposeCommand(forms, clock),
                new PlanCommand(planDesk, planners),
                new QueueCommand(queue, library.kept()),
                new CancelCommand(queue, cancelling),
                new LibraryCommand(libraryDesk),
                new QuotaCommand(quotas),
                new PrivacyCommand(privacyDesk),
                new AdminCommand(settings)));
        commands.add(new HelpCommand(commands, providers));
        List<ButtonHandler> buttons = new ArrayList<>(List.of(
                new CancelButton(cancelling),
                new SuggestionButton(songs, desk),
                new RenderButton(drafts, ordering),
                new PlanSuggestionButton(drafts, planDesk),
                new AgainButton(songs, ordering),
                new VoiceButton(songs, voices),
                new DeleteButton(songs),
                new RemoveButton(songs, removal),
                new StemsButton(songs, providers),
                new SeparateButton(StemSet.TWO, songs, providers, ordering),
                new SeparateButton(StemSet.SIX, songs, providers, ordering)));
        buttons.addAll(LibraryButtons.of(libraryDesk, sending));
        buttons.addAll(PrivacyButtons.of(privacyDesk));
        Features features = new Features(
                commands,
                buttons,
                List.of(new SettingMenu(settings), new LibraryMenu(libraryDesk)),
                List.of(composeForm, sectionForm, planForm, changeForm, extendForm, renameForm),
                List.of(composeForm, sectionForm, planForm, changeForm, extendForm, renameForm));
        this.registration = new CommandRegistration(features, connection.config(), registered);
        this.listeners = new Object[] {
            uploadLimits,
            registration,
            new InteractionRouter(
                    features, languages, new Admission(connection.config().outside()))
        };
    }

    /**
     * Connects, and waits until the first shard is there and Discord knows the commands. Further shards follow by
     * themselves, and a connection that breaks later is mended by itself.
     */
    public Login logIn() throws InterruptedException {
        if (connection.config().botToken().isEmpty()) {
            return new Login.Refused("There is no bot token: set discord.token (DISCORD_TOKEN).");
        }
        try {
            JDA first = connection.connect(listeners);
            first.awaitReady();
            registration.bringUpToDate(first);
            return new Login.LoggedIn();
        } catch (InvalidTokenException e) {
            return new Login.Refused("Discord does not accept the bot token: check discord.token (DISCORD_TOKEN).");
        } catch (ErrorResponseException | CallFailedException | CompletionException | IllegalStateException e) {
            LOG.debug("cannot log in", e);
            return new Login.Unreachable(
                    "Discord cannot be reached at " + connection.config().apiUrl() + ": " + reason(e));
        }
    }

    /** JDA wraps what really happened any number of times. */
    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : reason(cause);
    }
}
