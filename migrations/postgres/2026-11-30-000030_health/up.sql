-- One row that is written to find out whether anything can be written. It means nothing else.
CREATE TABLE health (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    at TIMESTAMP NOT NULL,
    ballast TEXT NOT NULL
);
