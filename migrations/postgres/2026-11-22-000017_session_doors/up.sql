-- A session's door: its place and hours are the session's unless the desk says otherwise, and move with it.
ALTER TABLE checkpoint ADD COLUMN session_id BIGINT REFERENCES session (id);
CREATE INDEX checkpoint_by_session ON checkpoint (session_id) WHERE session_id IS NOT NULL;
