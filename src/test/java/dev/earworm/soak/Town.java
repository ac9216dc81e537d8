package dev.earworm.soak;

import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxMember;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A Discord with some guilds, each with a channel and a few members. */
record Town(Sandbox sandbox, List<Place> places) implements AutoCloseable {
    /** Where members of one guild meet. */
    record Place(SandboxChannel channel, List<SandboxMember> members) {}

    static Town built(Path uploads, SoakPlan plan) {
        Sandbox sandbox = Sandbox.start(SandboxConfig.standard().withFiles(uploads));
        List<Place> places = IntStream.rangeClosed(1, plan.guilds())
                .mapToObj(number -> place(sandbox.guild("Guild " + number), number, plan.membersOfEach()))
                .toList();
        return new Town(sandbox, places);
    }

    private static Place place(SandboxGuild guild, int number, int members) {
        return new Place(
                guild.channel("general"),
                IntStream.rangeClosed(1, members)
                        .mapToObj(member -> guild.member("member %d of %d".formatted(member, number)))
                        .toList());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
