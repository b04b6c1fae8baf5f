DROP TABLE badge_print;
DROP TABLE print_job;
DROP TABLE badge_artwork;
DROP TABLE badge_layout;
