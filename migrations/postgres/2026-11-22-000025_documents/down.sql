DROP TABLE document;
DROP TABLE forum_image;
DROP TABLE document_rule;
