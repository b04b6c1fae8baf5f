DROP INDEX checkpoint_by_session;
ALTER TABLE checkpoint DROP COLUMN session_id;
