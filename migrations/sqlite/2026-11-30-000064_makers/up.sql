-- Who made a device, and the last link that pairs a phone with it; empty: a command did, or nobody knows any more.
ALTER TABLE device ADD COLUMN made_by BIGINT REFERENCES account (id);
ALTER TABLE device ADD COLUMN paired_by BIGINT REFERENCES account (id);
-- Who gave an account its right at a forum, and when.
ALTER TABLE account_access ADD COLUMN given_by BIGINT REFERENCES account (id);
ALTER TABLE account_access ADD COLUMN given_at TIMESTAMP;
-- Who invited somebody to the desk.
ALTER TABLE account_link ADD COLUMN made_by BIGINT REFERENCES account (id);
-- What an account made is looked up when it loses a right.
CREATE INDEX device_made_by ON device (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX device_paired_by ON device (paired_by) WHERE paired_by IS NOT NULL;
CREATE INDEX account_access_given_by ON account_access (given_by) WHERE given_by IS NOT NULL;
CREATE INDEX account_link_made_by ON account_link (made_by) WHERE made_by IS NOT NULL;
-- A device ends with its forum: two days after the last one, and where that is past, tomorrow, so
-- that whoever works with one now sees it coming.
UPDATE device SET valid_until = (
    SELECT max(strftime('%Y-%m-%d %H:%M:%S', forum.ends_on, '+3 days'), strftime('%Y-%m-%d %H:%M:%S', 'now', '+1 day'))
    FROM forum WHERE forum.id = device.forum_id
)
WHERE NOT is_paper AND valid_until > (
    SELECT max(strftime('%Y-%m-%d %H:%M:%S', forum.ends_on, '+3 days'), strftime('%Y-%m-%d %H:%M:%S', 'now', '+1 day'))
    FROM forum WHERE forum.id = device.forum_id
);
