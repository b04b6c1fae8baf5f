-- Whether somebody may be invited to later forums: the question that was answered with yes, in the words in which it
-- was asked. Empty where nobody said yes; when it was said stands in the history.
ALTER TABLE registration ADD COLUMN invite_again TEXT;
