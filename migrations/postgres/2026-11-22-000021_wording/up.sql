-- What a forum says in its mails in words of its own: one row an occasion and language, none where ours stand.
CREATE TABLE wording (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    occasion TEXT NOT NULL CHECK (occasion IN
        ('pending', 'confirmed', 'waitlisted', 'declined', 'changed', 'reminder', 'last_information', 'thanks')),
    language TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject <> ''),
    heading TEXT NOT NULL CHECK (heading <> ''),
    body TEXT NOT NULL CHECK (body <> ''),
    PRIMARY KEY (forum_id, occasion, language)
);

-- When a site's days, hours or place last moved, the last message written before, and how many days a calendar of
-- it may hold: who was written to only before has the old times, and a newer calendar file wins over an older one.
ALTER TABLE site ADD COLUMN moved_at TIMESTAMP;
ALTER TABLE site ADD COLUMN moved_after BIGINT;
ALTER TABLE site ADD COLUMN days_told INTEGER NOT NULL DEFAULT 0;
