package dev.earworm.discord;

import dev.earworm.discord.command.CancelCommand;
import dev.earworm.discord.command.ComposeCommand;
import dev.earworm.discord.command.HelpCommand;
import dev.earworm.discord.command.HouseRules;
import dev.earworm.discord.command.Languages;
import dev.earworm.discord.command.LibraryCommand;
import dev.earworm.discord.command.LibraryDesk;
import dev.earworm.discord.command.LibraryPosts;
import dev.earworm.discord.command.LibrarySending;
import dev.earworm.discord.command.PlanBrake;
import dev.earworm.discord.command.PlanCommand;
import dev.earworm.discord.command.PlanDesk;
import dev.earworm.discord.command.PlanPosts;
import dev.earworm.discord.command.PrivacyCommand;
import dev.earworm.discord.command.PrivacyDesk;
import dev.earworm.discord.command.QueueCommand;
import dev.earworm.discord.command.QuotaCommand;
import dev.earworm.discord.command.SectionRewriting;
import dev.earworm.discord.command.SongCancelling;
import dev.earworm.discord.command.SongCommand;
import dev.earworm.discord.command.SongDesk;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.command.UploadLimits;
import dev.earworm.discord.command.WordCheck;
import dev.earworm.discord.component.AgainButton;
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
import dev.earworm.discord.component.SongChanges;
import dev.earworm.discord.component.StemsButton;
import dev.earworm.discord.component.SuggestionButton;
import dev.earworm.discord.component.VoiceButton;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.jobs.SongService;
import dev.earworm.library.Library;
import dev.earworm.music.Providers;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.settings.RefusedWords;
import java.util.List;

/** Makes everything that members can make the bot do, one group of features after the other. */
final class FeatureList {
    private final MemberServices services;
    private final Providers providers;
    private final SongService songs;
    private final StatusPosts posts;
    private final UploadLimits uploadLimits;
    private final Languages languages;
    private final HouseRules rules;
    private final WordCheck words;
    private final SongOrdering ordering;
    private final RegistrationExamination doctor = new RegistrationExamination();

    FeatureList(DiscordConnection connection, MemberServices services) {
        this.services = services;
        this.providers = services.providers().instance();
        this.songs = services.songs();
        this.posts = connection.posts();
        this.uploadLimits = new UploadLimits(connection.limits());
        this.languages = new Languages(services.settings());
        this.rules =
                new HouseRules(services.settings(), services.admin().quotas().blocked(), services.providers());
        this.words = new WordCheck(new RefusedWords(services.settings()));
        SongDesk desk = new SongDesk(songs, words, posts, connection.board(), services.providers());
        this.ordering = new SongOrdering(desk, rules, services.providers(), uploadLimits, languages);
    }

    UploadLimits uploadLimits() {
        return uploadLimits;
    }

    Languages languages() {
        return languages;
    }

    /** Wants to know which commands there are. */
    RegistrationExamination doctor() {
        return doctor;
    }

    /** In the order in which help lists them. */
    Features features() {
        Features others = Features.joined(List.of(
                songs(),
                plans(),
                queue(),
                finishedSongs(),
                extensionsAndStems(),
                library(),
                account(),
                new AdminFeatures(services, doctor).features()));
        return Features.joined(List.of(others, Features.of(new HelpCommand(others.commands(), rules, providers))));
    }

    private Features songs() {
        ComposeForm form = new ComposeForm(ordering, services.providers(), services.drafts(), services.clock());
        return new Features(
                List.of(
                        new SongCommand(ordering, rules, providers),
                        new ComposeCommand(services.providers(), rules, services.clock())),
                List.of(new SuggestionButton(songs, ordering)),
                List.of(),
                List.of(form),
                List.of(form));
    }

    private Features plans() {
        PlanPosts cards = new PlanPosts(providers);
        PlanBrake brake = new PlanBrake(services.clock());
        PlanDesk planDesk =
                new PlanDesk(services.providers(), words, cards, services.drafts(), brake, rules, services.clock());
        PlanForm planForm = new PlanForm(services.drafts(), cards, services.clock());
        SectionRewriting rewriting = new SectionRewriting(
                services.providers(), rules, words, cards, services.drafts(), brake, services.clock());
        SectionForm sectionForm = new SectionForm(services.drafts(), cards, rewriting, rules, services.clock());
        return new Features(
                List.of(new PlanCommand(planDesk, rules)),
                List.of(
                        new RenderButton(services.drafts(), ordering),
                        new PlanSuggestionButton(services.drafts(), planDesk, rules)),
                List.of(),
                List.of(sectionForm, planForm),
                List.of(sectionForm, planForm));
    }

    private Features queue() {
        SongCancelling cancelling = new SongCancelling(songs);
        return new Features(
                List.of(
                        new QueueCommand(services.queue(), services.library().kept()),
                        new CancelCommand(services.queue(), cancelling)),
                List.of(new CancelButton(cancelling)),
                List.of(),
                List.of(),
                List.of());
    }

    /** What the buttons below a finished song do. */
    private Features finishedSongs() {
        ChangeForm change = new ChangeForm(
                songs, ordering, services.providers(), new SongChanges(providers), services.drafts(), services.clock());
        return new Features(
                List.of(),
                List.of(
                        new AgainButton(songs, ordering),
                        new VoiceButton(songs, services.voices(), rules),
                        new DeleteButton(songs),
                        new RemoveButton(
                                songs,
                                services.removal(),
                                services.library().removal(),
                                AdminFeatures.journal(services))),
                List.of(),
                List.of(change),
                List.of(change));
    }

    private Features extensionsAndStems() {
        ExtendForm extend = new ExtendForm(songs, ordering, providers, services.drafts(), services.clock());
        return new Features(
                List.of(),
                List.of(
                        new StemsButton(songs, providers),
                        new SeparateButton(StemSet.TWO, songs, providers, ordering),
                        new SeparateButton(StemSet.SIX, songs, providers, ordering)),
                List.of(),
                List.of(extend),
                List.of(extend));
    }

    private Features library() {
        Library library = services.library();
        LibraryDesk libraryDesk =
                new LibraryDesk(library.store(), library.removal(), words, new LibraryPosts(posts), providers);
        LibrarySending sending =
                new LibrarySending(library.store(), library.resending(), rules, uploadLimits, languages);
        RenameForm rename = new RenameForm(libraryDesk);
        return new Features(
                List.of(new LibraryCommand(libraryDesk)),
                LibraryButtons.of(libraryDesk, sending),
                List.of(new LibraryMenu(libraryDesk)),
                List.of(rename),
                List.of(rename));
    }

    private Features account() {
        PrivacyDesk privacy = new PrivacyDesk(services.personalData(), services.clock());
        return new Features(
                List.of(new QuotaCommand(services.quotas()), new PrivacyCommand(privacy)),
                PrivacyButtons.of(privacy),
                List.of(),
                List.of(),
                List.of());
    }
}
