package dev.earworm;

import java.util.concurrent.Callable;

/**
 * One part of the installation, and how it is looked at.
 *
 * @param name a word or two for the line
 * @param work blocks, and ends early when it is interrupted; an exception is a fault of ours
 */
record Examination(String name, Callable<Finding> work) {}
