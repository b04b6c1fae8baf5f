DROP TABLE conflict;
DROP TABLE presence;
DROP TABLE scan;
DROP TABLE device_checkpoint;
DROP TABLE device;
DROP TABLE badge;
