package dev.earworm.storage;

import java.nio.file.Path;

/** The databases that everything has to work with. */
public enum Engine {
    SQLITE {
        @Override
        public DatabaseConfig in(Path folder) {
            return new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db"));
        }

        @Override
        DatabaseConfig emptied(Path folder, Class<?> test) {
            return in(folder);
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseConfig in(Path folder) {
            return PostgresServer.database(folder.toString());
        }

        @Override
        DatabaseConfig emptied(Path folder, Class<?> test) {
            return PostgresServer.emptied(test.getName());
        }
    };

    /** That of tests which are not for a particular one; {@code -Dearworm.database=POSTGRESQL} tries them on that. */
    public static Engine usual() {
        return valueOf(System.getProperty("earworm.database", SQLITE.name()));
    }

    /** The database that belongs to a test's folder: the same one whenever it is asked for. */
    public abstract DatabaseConfig in(Path folder);

    /** An empty one, in the folder of one test or left over from the other tests of its class. */
    abstract DatabaseConfig emptied(Path folder, Class<?> test);
}
