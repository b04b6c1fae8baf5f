DROP TABLE desk_edit;
