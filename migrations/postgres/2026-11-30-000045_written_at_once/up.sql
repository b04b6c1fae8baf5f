-- A row says by itself which transaction wrote it: nothing to do here.
SELECT 1;
