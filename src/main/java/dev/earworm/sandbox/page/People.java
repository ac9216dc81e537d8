package dev.earworm.sandbox.page;

import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxUser;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those whom a visitor can be. */
final class People {
    private final Sandbox sandbox;

    People(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Everyone who can be mentioned: people first, owners of guilds after the others, then the bot. */
    List<SandboxUser> everyone() {
        return Stream.concat(visitors(), Stream.of(sandbox.bot())).toList();
    }

    /** The user of this id, or the first there is. */
    Optional<SandboxUser> find(Optional<String> id) {
        return visitors()
                .filter(user -> id.map(wanted -> wanted.equals(MessageJson.id(user.id())))
                        .orElse(true))
                .findFirst();
    }

    List<SandboxMember> memberships(SandboxUser user) {
        return sandbox.guilds().stream()
                .flatMap(guild -> guild.findMember(user).stream())
                .toList();
    }

    /** What this user is where: "admin of Home". */
    String note(SandboxUser user) {
        return user.isBot()
                ? ""
                : memberships(user).stream()
                        .map(member -> "%s of %s".formatted(rank(member), member.guild()))
                        .collect(Collectors.joining(", "));
    }

    private Stream<SandboxUser> visitors() {
        return sandbox.people().stream().sorted(Comparator.comparing(this::owns));
    }

    private boolean owns(SandboxUser user) {
        return sandbox.guilds().stream().anyMatch(guild -> guild.owner().user().equals(user));
    }

    private static String rank(SandboxMember member) {
        SandboxGuild guild = member.guild();
        if (guild.owner().equals(member)) {
            return "owner";
        }
        boolean isAdmin = guild.channels().stream()
                .map(member::permissionsIn)
                .anyMatch(permissions -> permissions.contains(Permission.ADMINISTRATOR)
                        || permissions.contains(Permission.MANAGE_GUILD));
        return isAdmin ? "admin" : "member";
    }
}
