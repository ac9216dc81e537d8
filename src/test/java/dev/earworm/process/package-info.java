/** The program from outside: processes of its own, which tests and benches start, watch and kill. */
package dev.earworm.process;
