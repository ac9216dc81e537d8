package dev.earworm.sandbox;

import io.javalin.config.RoutesConfig;

/** Something for people to look at, on the sandbox's own web server. */
public interface SandboxSite {
    SandboxSite NONE = new SandboxSite() {
        @Override
        public void open(Sandbox sandbox, RoutesConfig routes) {}

        @Override
        public void close() {}
    };

    /** Adds its routes while the server is being built; the sandbox can be used once a request arrives. */
    void open(Sandbox sandbox, RoutesConfig routes);

    /** Ends what is still open, as long answers are. */
    void close();
}
