DROP TABLE sign_in;
DROP TABLE account_link;
DROP TABLE account_access;
DROP TABLE account;
