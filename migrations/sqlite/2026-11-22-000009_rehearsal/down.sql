DROP TABLE rehearsal_scan;
DROP TABLE rehearsal_badge;
DROP TABLE rehearsal;
