package dev.earworm.page;

import dev.earworm.StartFailure;
import dev.earworm.TryStage;
import dev.earworm.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.openqa.selenium.chrome.ChromeDriver;

/** The program as {@code try} starts it, and a browser that has opened its page. */
final class PageRig implements AutoCloseable {
    private final TryStage program;
    private final ChromeDriver browser;

    private PageRig(TryStage program, ChromeDriver browser) {
        this.program = program;
        this.browser = browser;
    }

    static PageRig start(ChromeDriver browser) {
        try {
            return new PageRig(TryStage.start(), browser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who has just opened the page. */
    Visitor visitor() {
        return visitor(program.url());
    }

    /** The same, at another address that leads there. */
    Visitor visitor(URI url) {
        browser.get(url.toString());
        Visitor visitor = new Visitor(browser);
        visitor.finds(Visitor.COMPOSER);
        return visitor;
    }

    URI url() {
        return program.url();
    }

    Sandbox sandbox() {
        return program.sandbox();
    }

    /** The page goes first: it would complain of a server that is gone. */
    @Override
    public void close() {
        browser.get("about:blank");
        program.close();
    }
}
