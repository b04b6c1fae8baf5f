-- Which form of a forum's desk was saved last, by whom and when, and how often: a form that was opened before is told.
CREATE TABLE desk_edit (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    -- The form's address behind the forum's.
    page TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    account_id BIGINT NOT NULL REFERENCES account (id),
    edited_at TIMESTAMP NOT NULL,
    PRIMARY KEY (forum_id, page)
);
