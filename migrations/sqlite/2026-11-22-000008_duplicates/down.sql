DROP TABLE not_duplicate;
