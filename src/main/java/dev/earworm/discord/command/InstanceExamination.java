package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.GuildFinding.Problem;
import dev.earworm.discord.command.GuildFinding.Well;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.interactions.Interaction;

/** What is the operator's to mend: admins read that it is so, and whom to tell. */
public final class InstanceExamination implements GuildExamination {
    private static final int NAME_SHOWN = 40;

    private final InstanceCheckup instance;

    public InstanceExamination(InstanceCheckup instance) {
        this.instance = instance;
    }

    @Override
    public List<GuildFinding> examine(Interaction interaction) {
        List<GuildFinding> findings = new ArrayList<>();
        findings.add(
                instance.databaseAnswers() ? new Well(say("doctor.database")) : new Problem(say("doctor.no-database")));
        instance.accounts().forEach((provider, status) -> findings.add(account(provider, status)));
        findings.add(instance.hasRoom() ? new Well(say("doctor.room")) : new Problem(say("doctor.no-room")));
        findings.add(new Well(say("doctor.version", MemberWords.shown(instance.version(), NAME_SHOWN))));
        return findings;
    }

    private static GuildFinding account(String provider, AccountStatus status) {
        String name = MemberWords.shown(provider, NAME_SHOWN);
        return switch (status) {
            case AccountStatus.Usable _ -> new Well(say("doctor.provider", name));
            case AccountStatus.Unusable(ProviderFailure failure) -> new Problem(complaint(name, failure));
        };
    }

    private static String complaint(String name, ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.Unauthorised _ -> say("doctor.provider-refuses", name);
            case ProviderFailure.OutOfCredit _ -> say("doctor.provider-out-of-credit", name);
            case ProviderFailure.RateLimited _ -> say("doctor.provider-busy", name);
            case ProviderFailure.Unavailable _, ProviderFailure.OutcomeUnknown _ ->
                say("doctor.provider-unreachable", name);
            case ProviderFailure.BadRequest _, ProviderFailure.ContentRefused _, ProviderFailure.Internal _ ->
                say("doctor.provider-odd", name);
        };
    }
}
