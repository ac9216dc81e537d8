package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxMember;
import org.junit.jupiter.api.Test;

/** What becomes of an open page when its connection breaks. */
@PageTest
class ConnectionOnPageTest {
    @Test
    void aPageWhoseConnectionBrokeCatchesUp(PageRig rig) throws Exception {
        SandboxMember bob = rig.sandbox().guild("Home").member("bob");
        SandboxChannel general = bob.guild().channel("general");
        try (BrokenLine line = new BrokenLine(rig.url())) {
            Visitor alice = rig.visitor(line.url());
            bob.in(general).posts("before");
            alice.sees("before");

            line.cut();
            alice.sees("Reconnecting…");
            bob.in(general).posts("meanwhile");
            line.mend();

            alice.sees("meanwhile", "is connected");
            bob.in(general).posts("afterwards");
            alice.sees("afterwards");
            assertThat(alice.complaints()).allMatch(complaint -> complaint.contains("net::ERR"));
        }
    }

    @Test
    void whoeverReloadsIsWhoTheyWere(PageRig rig) {
        rig.visitor().becomes("bob").sends("hello").sees("hello");

        Visitor again = rig.visitor();
        assertThat(again.name()).startsWith("bob");
        again.sees("hello");
    }
}
