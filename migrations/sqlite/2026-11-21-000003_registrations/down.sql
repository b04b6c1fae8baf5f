DROP TABLE email_change;
DROP TABLE search_key;
DROP TABLE registration_event;
DROP TABLE registration_site;
DROP TABLE registration;
DROP TABLE organisation;
