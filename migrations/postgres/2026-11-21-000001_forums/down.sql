DROP TABLE checkpoint_category;
DROP TABLE checkpoint;
DROP TABLE category;
DROP TABLE session;
DROP TABLE site;
DROP TABLE forum_text;
DROP TABLE forum;
DROP TABLE setting;
