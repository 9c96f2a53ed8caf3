package io.waymark.pipeline.warehouse;

/** What a column of a fact holds, and what it is filled with. */
enum ColumnType {
    /** A {@code String}. */
    TEXT,
    /** A {@code Boolean}. */
    BOOLEAN,
    /** An {@code Integer}. */
    INTEGER,
    /** A {@code Long}. */
    BIGINT,
    /** A {@code LocalDate}. */
    DATE,
    /** An {@code Instant}, kept to the microsecond. */
    TIMESTAMPTZ,
    /** A {@code Money}, in major units. */
    NUMERIC
}
