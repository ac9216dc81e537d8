package dev.earworm;

import java.io.PrintWriter;

/** Where a command answers, and where it says what went wrong. */
record Console(PrintWriter out, PrintWriter err) {}
