PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE __diesel_schema_migrations (
       version VARCHAR(50) PRIMARY KEY NOT NULL,
       run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "__diesel_schema_migrations" VALUES('20261121000001','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261121000002','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261121000003','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261121000004','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261121000005','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000006','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000007','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000008','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000009','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000016','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000017','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000018','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000020','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000021','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000022','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000023','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000025','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000026','2026-11-30 14:37:16');
INSERT INTO "__diesel_schema_migrations" VALUES('20261122000027','2026-11-30 14:37:16');
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    password_hash TEXT,
    is_owner BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    disabled_at TIMESTAMP
);
INSERT INTO "account" VALUES(1,'old@desk.example','old@desk.example','$argon2id$v=19$m=19456,t=2,p=1$q9wkHaaZz/eswFNpJcZ0QQ$MNCF999UHxYdJqMCZaTTC2AEI941OQp1+a6joprVFqU',1,'2026-11-30 14:37:16.568',NULL);
CREATE TABLE account_access (
    account_id BIGINT NOT NULL REFERENCES account (id),
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    role TEXT NOT NULL CHECK (role IN ('organizer', 'registrar', 'viewer', 'door')),
    PRIMARY KEY (account_id, forum_id)
);
CREATE TABLE account_link (
    id INTEGER PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
INSERT INTO "account_link" VALUES(1,1,'55884d632cb84b17503010df7645861464ba46a7a1ed26f0d5fb782b04f2dee7','2026-11-30 14:37:16.568','2026-12-03 14:37:16.568','2026-11-30 14:37:16.767');
CREATE TABLE "act" (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('walk_in', 'undo', 'badge_lost', 'note', 'print')),
    device_id BIGINT NOT NULL REFERENCES device (id),
    checkpoint_id BIGINT REFERENCES checkpoint (id),
    registration_id BIGINT REFERENCES registration (id),
    -- What is undone.
    scan_id TEXT,
    -- The reason for undoing, or the note.
    words TEXT,
    done_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    -- Who of the desk has put the note away, and when.
    looked_at TIMESTAMP,
    account_id BIGINT REFERENCES account (id),
    PRIMARY KEY (forum_id, id),
    FOREIGN KEY (forum_id, scan_id) REFERENCES scan (forum_id, id)
);
CREATE TABLE badge (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    code TEXT NOT NULL CHECK (length(code) = 26),
    issued_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP,
    UNIQUE (forum_id, code)
);
INSERT INTO "badge" VALUES(1,1,2,'3TT08X7WRQY0RJ07F04B3E71WC','2026-11-30 14:37:17.231',NULL);
INSERT INTO "badge" VALUES(2,1,3,'6H577NDWKWZYCT1XTSBTN7PC2M','2026-11-30 14:37:17.231',NULL);
CREATE TABLE badge_artwork (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    kind TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'svg', 'pdf')),
    bytes BLOB NOT NULL,
    account_id BIGINT NOT NULL REFERENCES account (id),
    added_at TIMESTAMP NOT NULL,
    UNIQUE (forum_id, name)
);
CREATE TABLE badge_layout (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    layout TEXT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES account (id),
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (forum_id, name)
);
CREATE TABLE "badge_print" (
    id INTEGER PRIMARY KEY,
    badge_id BIGINT NOT NULL REFERENCES badge (id),
    print_job_id BIGINT REFERENCES print_job (id),
    print_order_id BIGINT UNIQUE REFERENCES print_order (id),
    UNIQUE (badge_id, print_job_id),
    CHECK ((print_job_id IS NULL) <> (print_order_id IS NULL))
);
CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    slug TEXT NOT NULL,
    colour TEXT NOT NULL,
    approval TEXT CHECK (approval IN ('at_once', 'by_desk')),
    quota INTEGER CHECK (quota >= 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    on_form BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (forum_id, slug)
);
INSERT INTO "category" VALUES(1,1,'delegate','#0e5a5f',NULL,NULL,2,1,1);
INSERT INTO "category" VALUES(2,1,'head-of-delegation','#1d4e89',NULL,NULL,0,0,2);
INSERT INTO "category" VALUES(3,1,'observer','#6b4fa0',NULL,NULL,0,0,3);
INSERT INTO "category" VALUES(4,1,'speaker','#a04a00',NULL,NULL,0,0,4);
INSERT INTO "category" VALUES(5,1,'guest','#8a6d00',NULL,NULL,0,0,5);
INSERT INTO "category" VALUES(6,1,'media','#97224f',NULL,NULL,0,0,6);
INSERT INTO "category" VALUES(7,1,'staff','#4a5a6a',NULL,NULL,0,0,7);
CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    site_id BIGINT REFERENCES site (id),
    slug TEXT NOT NULL,
    opens_at TIMESTAMP,
    closes_at TIMESTAMP,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out', 'both')),
    capacity INTEGER CHECK (capacity >= 0),
    position INTEGER NOT NULL, session_id BIGINT REFERENCES session (id),
    UNIQUE (forum_id, slug),
    CHECK (opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at)
);
INSERT INTO "checkpoint" VALUES(1,1,1,'day-1','2026-11-29 20:00:00','2026-11-30 20:00:00','both',NULL,1,NULL);
INSERT INTO "checkpoint" VALUES(2,1,1,'day-2','2026-11-30 20:00:00','2026-12-01 20:00:00','both',NULL,2,NULL);
INSERT INTO "checkpoint" VALUES(3,1,1,'old-door',NULL,NULL,'both',NULL,3,NULL);
CREATE TABLE checkpoint_category (
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id) ON DELETE CASCADE,
    category_id BIGINT NOT NULL REFERENCES category (id),
    PRIMARY KEY (checkpoint_id, category_id)
);
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    registration_id BIGINT REFERENCES registration (id),
    scan_id TEXT NOT NULL,
    earlier_scan_id TEXT,
    found_at TIMESTAMP NOT NULL,
    looked_at TIMESTAMP,
    account_id BIGINT REFERENCES account (id),
    FOREIGN KEY (forum_id, scan_id) REFERENCES scan (forum_id, id),
    FOREIGN KEY (forum_id, earlier_scan_id) REFERENCES scan (forum_id, id),
    UNIQUE (forum_id, scan_id)
);
CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL,
    pairing_hash TEXT UNIQUE,
    pairing_until TIMESTAMP,
    cookie_hash TEXT UNIQUE,
    bearer_hash TEXT UNIQUE,
    valid_until TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    paired_at TIMESTAMP,
    last_seen_at TIMESTAMP,
    revoked_at TIMESTAMP
, told_at TIMESTAMP, queue INTEGER CHECK (queue >= 0), battery INTEGER CHECK (battery BETWEEN 0 AND 100), charging BOOLEAN, version TEXT, camera TEXT CHECK (camera IN ('works', 'stalled', 'refused', 'none', 'not_ready')), alone_since TIMESTAMP, printer_id BIGINT REFERENCES printer (id), is_paper BOOLEAN NOT NULL DEFAULT FALSE);
INSERT INTO "device" VALUES(1,1,'Scanner','2656dd73d879df3ec9c9167b3465cf390d6af2868b68e8c640e31a1655082a5e','2026-12-01 14:37:17.286',NULL,'2b3e2c517c7a45e1dcff353f113745e731d89c26ce6fc50ae67f0df09e2f2ba6','2026-12-02 20:00:00','2026-11-30 14:37:17.286',NULL,'2026-11-30 14:37:17.378',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0);
CREATE TABLE device_checkpoint (
    device_id BIGINT NOT NULL REFERENCES device (id),
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    PRIMARY KEY (device_id, checkpoint_id)
);
INSERT INTO "device_checkpoint" VALUES(1,3);
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    kind TEXT NOT NULL CHECK (kind IN ('letter', 'certificate')),
    -- Counted per forum and kind, given when it is issued. It opens nothing.
    number INTEGER,
    -- What the public page knows it by. Kept readable, since the paper is drawn anew whenever it is opened, and of
    -- little worth to whoever reads this table: it shows less than the row it stands in.
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 26),
    state TEXT NOT NULL CHECK (state IN ('requested', 'issued', 'refused', 'withdrawn')),
    language TEXT NOT NULL,
    -- What the person told for the letter alone, as JSON, and where it is to be shown; gone when the forum is over.
    passport TEXT,
    consulate TEXT,
    consulate_folded TEXT,
    -- Everything else that stands on the paper, as JSON, as it was when it was issued.
    frozen TEXT,
    requested_at TIMESTAMP NOT NULL,
    issued_at TIMESTAMP,
    decided_at TIMESTAMP,
    account_id BIGINT REFERENCES account (id),
    -- The desk's, with a refusal or a withdrawal.
    words TEXT,
    UNIQUE (forum_id, kind, number),
    CHECK (state <> 'issued' OR (number IS NOT NULL AND frozen IS NOT NULL AND issued_at IS NOT NULL))
);
CREATE TABLE document_rule (
    forum_id BIGINT NOT NULL PRIMARY KEY REFERENCES forum (id),
    letters TEXT NOT NULL CHECK (letters IN ('off', 'at_once', 'by_desk')),
    certificates BOOLEAN NOT NULL
);
CREATE TABLE email_change (
    id INTEGER PRIMARY KEY,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    email TEXT NOT NULL,
    code_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE TABLE forum (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    zone TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    opens_at TIMESTAMP,
    closes_at TIMESTAMP,
    capacity INTEGER CHECK (capacity >= 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    approval TEXT NOT NULL CHECK (approval IN ('at_once', 'by_desk')),
    languages TEXT NOT NULL CHECK (languages <> ''),
    brand TEXT,
    contact TEXT,
    offers_qn BOOLEAN NOT NULL DEFAULT FALSE,
    published BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL, walk_ins TEXT NOT NULL DEFAULT 'no' CHECK (walk_ins IN ('no', 'pending', 'confirmed')), strict_doors BOOLEAN NOT NULL DEFAULT FALSE,
    CHECK (starts_on <= ends_on),
    CHECK (opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at)
);
INSERT INTO "forum" VALUES(1,'old-forum','Asia/Baku','2026-11-30','2026-12-01',NULL,NULL,NULL,2,'at_once','en',NULL,NULL,0,1,'2026-11-30 14:37:17.104','2026-11-30 14:37:17.104','no',0);
CREATE TABLE forum_image (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    place TEXT NOT NULL CHECK (place IN ('logo', 'signature', 'stamp')),
    kind TEXT NOT NULL CHECK (kind IN ('image/png', 'image/jpeg')),
    bytes BLOB NOT NULL,
    account_id BIGINT REFERENCES account (id),
    added_at TIMESTAMP NOT NULL,
    removed_at TIMESTAMP
);
CREATE TABLE forum_text (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    owner TEXT NOT NULL CHECK (owner IN ('forum', 'site', 'session', 'category', 'checkpoint')),
    owner_id BIGINT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (forum_id, owner, owner_id, field, language)
);
INSERT INTO "forum_text" VALUES(1,'forum',0,'title','en','An old forum');
INSERT INTO "forum_text" VALUES(1,'site',1,'name','en','Main venue');
INSERT INTO "forum_text" VALUES(1,'site',1,'name','az','Əsas məkan');
INSERT INTO "forum_text" VALUES(1,'site',1,'name','ru','Основная площадка');
INSERT INTO "forum_text" VALUES(1,'site',1,'name','tr','Ana mekân');
INSERT INTO "forum_text" VALUES(1,'site',1,'name','ar','المقر الرئيسي');
INSERT INTO "forum_text" VALUES(1,'site',1,'name','fr','Lieu principal');
INSERT INTO "forum_text" VALUES(1,'category',1,'name','en','Delegate');
INSERT INTO "forum_text" VALUES(1,'category',1,'name','az','Nümayəndə');
INSERT INTO "forum_text" VALUES(1,'category',1,'name','ru','Делегат');
INSERT INTO "forum_text" VALUES(1,'category',1,'name','tr','Delege');
INSERT INTO "forum_text" VALUES(1,'category',1,'name','ar','مندوب');
INSERT INTO "forum_text" VALUES(1,'category',1,'name','fr','Délégué(e)');
INSERT INTO "forum_text" VALUES(1,'category',2,'name','en','Head of delegation');
INSERT INTO "forum_text" VALUES(1,'category',2,'name','az','Nümayəndə heyətinin rəhbəri');
INSERT INTO "forum_text" VALUES(1,'category',2,'name','ru','Глава делегации');
INSERT INTO "forum_text" VALUES(1,'category',2,'name','tr','Heyet başkanı');
INSERT INTO "forum_text" VALUES(1,'category',2,'name','ar','رئاسة الوفد');
INSERT INTO "forum_text" VALUES(1,'category',2,'name','fr','Chef(fe) de délégation');
INSERT INTO "forum_text" VALUES(1,'category',3,'name','en','Observer');
INSERT INTO "forum_text" VALUES(1,'category',3,'name','az','Müşahidəçi');
INSERT INTO "forum_text" VALUES(1,'category',3,'name','ru','Наблюдатель');
INSERT INTO "forum_text" VALUES(1,'category',3,'name','tr','Gözlemci');
INSERT INTO "forum_text" VALUES(1,'category',3,'name','ar','مراقب');
INSERT INTO "forum_text" VALUES(1,'category',3,'name','fr','Observateur(trice)');
INSERT INTO "forum_text" VALUES(1,'category',4,'name','en','Speaker');
INSERT INTO "forum_text" VALUES(1,'category',4,'name','az','Məruzəçi');
INSERT INTO "forum_text" VALUES(1,'category',4,'name','ru','Докладчик');
INSERT INTO "forum_text" VALUES(1,'category',4,'name','tr','Konuşmacı');
INSERT INTO "forum_text" VALUES(1,'category',4,'name','ar','متحدث');
INSERT INTO "forum_text" VALUES(1,'category',4,'name','fr','Intervenant(e)');
INSERT INTO "forum_text" VALUES(1,'category',5,'name','en','Guest');
INSERT INTO "forum_text" VALUES(1,'category',5,'name','az','Qonaq');
INSERT INTO "forum_text" VALUES(1,'category',5,'name','ru','Гость');
INSERT INTO "forum_text" VALUES(1,'category',5,'name','tr','Konuk');
INSERT INTO "forum_text" VALUES(1,'category',5,'name','ar','ضيف');
INSERT INTO "forum_text" VALUES(1,'category',5,'name','fr','Invité(e)');
INSERT INTO "forum_text" VALUES(1,'category',6,'name','en','Media');
INSERT INTO "forum_text" VALUES(1,'category',6,'name','az','Media');
INSERT INTO "forum_text" VALUES(1,'category',6,'name','ru','Пресса');
INSERT INTO "forum_text" VALUES(1,'category',6,'name','tr','Basın');
INSERT INTO "forum_text" VALUES(1,'category',6,'name','ar','إعلام');
INSERT INTO "forum_text" VALUES(1,'category',6,'name','fr','Presse');
INSERT INTO "forum_text" VALUES(1,'category',7,'name','en','Staff');
INSERT INTO "forum_text" VALUES(1,'category',7,'name','az','Təşkilat heyəti');
INSERT INTO "forum_text" VALUES(1,'category',7,'name','ru','Организаторы');
INSERT INTO "forum_text" VALUES(1,'category',7,'name','tr','Görevli');
INSERT INTO "forum_text" VALUES(1,'category',7,'name','ar','فريق التنظيم');
INSERT INTO "forum_text" VALUES(1,'category',7,'name','fr','Équipe');
INSERT INTO "forum_text" VALUES(1,'checkpoint',1,'name','en','Main entrance, day 1');
INSERT INTO "forum_text" VALUES(1,'checkpoint',1,'name','az','Əsas giriş, gün 1');
INSERT INTO "forum_text" VALUES(1,'checkpoint',1,'name','ru','Главный вход, день 1');
INSERT INTO "forum_text" VALUES(1,'checkpoint',1,'name','tr','Ana giriş, 1. gün');
INSERT INTO "forum_text" VALUES(1,'checkpoint',1,'name','ar','المدخل الرئيسي، اليوم 1');
INSERT INTO "forum_text" VALUES(1,'checkpoint',1,'name','fr','Entrée principale, jour 1');
INSERT INTO "forum_text" VALUES(1,'checkpoint',2,'name','en','Main entrance, day 2');
INSERT INTO "forum_text" VALUES(1,'checkpoint',2,'name','az','Əsas giriş, gün 2');
INSERT INTO "forum_text" VALUES(1,'checkpoint',2,'name','ru','Главный вход, день 2');
INSERT INTO "forum_text" VALUES(1,'checkpoint',2,'name','tr','Ana giriş, 2. gün');
INSERT INTO "forum_text" VALUES(1,'checkpoint',2,'name','ar','المدخل الرئيسي، اليوم 2');
INSERT INTO "forum_text" VALUES(1,'checkpoint',2,'name','fr','Entrée principale, jour 2');
INSERT INTO "forum_text" VALUES(1,'checkpoint',3,'name','en','Old entrance');
CREATE TABLE mailing (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    -- The form it was written in: a double click sends the same one twice.
    form_id TEXT NOT NULL UNIQUE,
    about TEXT NOT NULL CHECK (about IN ('news', 'registration')),
    shows_page BOOLEAN NOT NULL,
    -- Whom it is for, as the address of the list says it.
    whom TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'sending', 'stopped', 'done')),
    -- How many it was for when it was sent.
    people BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    CHECK ((state = 'draft') = (started_at IS NULL)),
    CHECK ((state = 'done') = (finished_at IS NOT NULL))
);
CREATE TABLE mailing_recipient (
    mailing_id BIGINT NOT NULL REFERENCES mailing (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'written', 'left_out')),
    PRIMARY KEY (mailing_id, registration_id)
);
CREATE TABLE mailing_text (
    mailing_id BIGINT NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    -- The first is for those in whose language nothing was written.
    place INTEGER NOT NULL,
    subject TEXT NOT NULL CHECK (subject <> ''),
    body TEXT NOT NULL CHECK (body <> ''),
    PRIMARY KEY (mailing_id, language)
);
CREATE TABLE "message" (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT REFERENCES forum (id),
    registration_id BIGINT REFERENCES registration (id),
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    raw BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'failed', 'returned')),
    attempts INTEGER NOT NULL DEFAULT 0,
    run_after TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    -- The mail server's own words, and when it said them.
    reply TEXT,
    replied_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    -- What came back after the server had taken it, and when we read it.
    report TEXT,
    reported_at TIMESTAMP, mailing_id BIGINT REFERENCES mailing (id), held BOOLEAN NOT NULL DEFAULT FALSE,
    CHECK (state <> 'returned' OR report IS NOT NULL)
);
CREATE TABLE not_duplicate (
    one_id BIGINT NOT NULL REFERENCES registration (id),
    other_id BIGINT NOT NULL REFERENCES registration (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
) WITHOUT ROWID;
CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    country TEXT NOT NULL,
    UNIQUE (folded, country)
);
CREATE TABLE presence (
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    first_scan_id TEXT NOT NULL,
    first_at TIMESTAMP NOT NULL,
    inside BOOLEAN NOT NULL,
    PRIMARY KEY (checkpoint_id, registration_id)
);
INSERT INTO "presence" VALUES(3,3,1,'211ead61-c3bc-4ef1-8dc7-e71845ec78ca','2026-11-30 14:37:17.376',1);
CREATE TABLE print_job (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    -- What was chosen, to be chosen again.
    wish TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    done INTEGER NOT NULL CHECK (done >= 0),
    total INTEGER NOT NULL CHECK (total >= 0),
    -- Letters that no font has: the Latin form of the name stands in their place.
    missing TEXT,
    started_at TIMESTAMP NOT NULL,
    -- When it last gave a sign of life.
    seen_at TIMESTAMP NOT NULL,
    -- Somebody said that its badges were not printed after all.
    taken_back_at TIMESTAMP
);
CREATE TABLE print_order (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    -- None: a browser drew it.
    printer_id BIGINT REFERENCES printer (id),
    -- None: a test.
    registration_id BIGINT REFERENCES registration (id),
    device_id BIGINT REFERENCES device (id),
    account_id BIGINT REFERENCES account (id),
    ordered_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Until then somebody is at it.
    leased_until TIMESTAMP,
    -- Why it did not come out, as a word of ours.
    words TEXT,
    settled_at TIMESTAMP,
    CHECK (printer_id IS NOT NULL OR (registration_id IS NOT NULL AND state = 'sent')),
    CHECK (device_id IS NOT NULL OR account_id IS NOT NULL)
);
CREATE TABLE printer (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    host TEXT NOT NULL CHECK (length(host) BETWEEN 1 AND 253),
    port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
    kind TEXT NOT NULL CHECK (kind IN ('zpl', 'brother')),
    dpi INTEGER NOT NULL CHECK (dpi IN (203, 300)),
    -- Of its labels, in millimetres.
    width INTEGER NOT NULL CHECK (width BETWEEN 50 AND 220),
    height INTEGER NOT NULL CHECK (height BETWEEN 40 AND 420),
    created_at TIMESTAMP NOT NULL,
    -- When it last took a label whole.
    last_ok_at TIMESTAMP,
    -- Why it took none since, as a word of ours.
    last_error TEXT,
    last_error_at TIMESTAMP,
    removed_at TIMESTAMP,
    CHECK (kind <> 'brother' OR (width = 62 AND dpi = 300))
);
CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    category_id BIGINT NOT NULL REFERENCES category (id),
    organisation_id BIGINT REFERENCES organisation (id),
    name TEXT NOT NULL CHECK (name <> ''),
    native_name TEXT,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL CHECK (email_folded <> ''),
    phone TEXT,
    country TEXT NOT NULL CHECK (length(country) = 2),
    organisation TEXT,
    position TEXT,
    language TEXT NOT NULL,
    access_needs TEXT,
    food_needs TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'declined', 'withdrawn')),
    -- The secret of the delegate's own page. Kept readable, since every later mail carries it again.
    link TEXT NOT NULL UNIQUE,
    -- The form it was sent from: a double click sends the same one twice.
    form_id TEXT,
    sort_key TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('form', 'desk', 'import', 'demo')),
    registered_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
INSERT INTO "registration" VALUES(1,'01a22ce3-823e-7786-8a56-f337cf311808',1,1,NULL,'One Old',NULL,'one@old.example','one@old.example',NULL,'AZ',NULL,NULL,'en',NULL,NULL,'pending','d94erx8a67797mb7jctv794afr',NULL,'one old','import','2026-11-30 14:37:17.231','2026-11-30 14:37:17.231');
INSERT INTO "registration" VALUES(2,'01a22ce3-8244-7471-b1e9-398f3bc383d7',1,1,NULL,'Two Old',NULL,'two@old.example','two@old.example',NULL,'TR',NULL,NULL,'en',NULL,NULL,'confirmed','0y894g8am68cjvzv8r96wqqrz4',NULL,'two old','import','2026-11-30 14:37:17.231','2026-11-30 14:37:17.231');
INSERT INTO "registration" VALUES(3,'01a22ce3-8247-7433-9542-dc3784f477f8',1,1,NULL,'Three Old',NULL,'three@old.example','three@old.example',NULL,'FR',NULL,NULL,'en',NULL,NULL,'confirmed','1xq0c0ens2kk96zekyn56r19zm',NULL,'three old','import','2026-11-30 14:37:17.231','2026-11-30 14:37:17.231');
CREATE TABLE "registration_event" (
    id INTEGER PRIMARY KEY,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('delegate', 'account', 'system', 'command', 'door')),
    account_id BIGINT REFERENCES account (id),
    what TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT,
    detail TEXT
);
INSERT INTO "registration_event" VALUES(1,1,'2026-11-30 14:37:17.231','command',NULL,'imported',NULL,'pending',NULL);
INSERT INTO "registration_event" VALUES(2,2,'2026-11-30 14:37:17.231','command',NULL,'imported',NULL,'confirmed',NULL);
INSERT INTO "registration_event" VALUES(3,3,'2026-11-30 14:37:17.231','command',NULL,'imported',NULL,'confirmed',NULL);
CREATE TABLE registration_site (
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    site_id BIGINT NOT NULL REFERENCES site (id),
    PRIMARY KEY (registration_id, site_id)
) WITHOUT ROWID;
CREATE TABLE rehearsal (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES account (id),
    started_at TIMESTAMP NOT NULL,
    -- By itself; sooner where the desk ends it.
    ends_at TIMESTAMP NOT NULL,
    CHECK (started_at <= ends_at)
);
CREATE TABLE rehearsal_badge (
    id INTEGER PRIMARY KEY,
    rehearsal_id BIGINT NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (length(code) = 26),
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    category TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    UNIQUE (rehearsal_id, code)
);
CREATE TABLE rehearsal_scan (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    id TEXT NOT NULL,
    rehearsal_id BIGINT NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
    device_id BIGINT NOT NULL REFERENCES device (id),
    badge_id BIGINT REFERENCES rehearsal_badge (id) ON DELETE CASCADE,
    -- Whoever tries the door with a badge of their own.
    registration_id BIGINT REFERENCES registration (id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    scanned_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    told TEXT,
    verdict TEXT NOT NULL,
    reason TEXT,
    first_scan_id TEXT,
    PRIMARY KEY (forum_id, id)
);
CREATE TABLE scan (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    id TEXT NOT NULL,
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    device_id BIGINT NOT NULL REFERENCES device (id),
    registration_id BIGINT REFERENCES registration (id),
    badge_id BIGINT REFERENCES badge (id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    scanned_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    -- When it counts as having happened: for a scan that was answered at the door the moment of the answer, since
    -- the clocks of two phones differ; for one heard of later the time it was taken.
    happened_at TIMESTAMP NOT NULL,
    -- What the device said by itself while it could not ask.
    told TEXT,
    verdict TEXT NOT NULL CHECK (verdict IN ('admitted', 'already_in', 'left', 'revoked', 'not_confirmed',
        'wrong_day', 'wrong_place', 'wrong_category', 'full', 'unknown')),
    first_scan_id TEXT, undone_at TIMESTAMP, reason TEXT, account_id BIGINT REFERENCES account (id),
    PRIMARY KEY (forum_id, id)
);
INSERT INTO "scan" VALUES(1,'211ead61-c3bc-4ef1-8dc7-e71845ec78ca',3,1,3,2,'in','2026-11-30 14:37:17.376','2026-11-30 14:37:17.378','2026-11-30 14:37:17.378',NULL,'admitted',NULL,NULL,NULL,NULL);
INSERT INTO "scan" VALUES(1,'41eb6faf-57fc-4f55-aed2-251fdedf3a84',3,1,3,2,'out','2026-11-30 14:37:17.392','2026-11-30 14:37:17.393','2026-11-30 14:37:17.393',NULL,'left',NULL,NULL,NULL,NULL);
INSERT INTO "scan" VALUES(1,'fda7eec2-ae10-4cc0-986c-915191672606',3,1,3,2,'in','2026-11-30 14:37:17.400','2026-11-30 14:37:17.403','2026-11-30 14:37:17.403',NULL,'admitted',NULL,NULL,NULL,NULL);
CREATE TABLE search_key (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    kind TEXT NOT NULL CHECK (kind IN ('word', 'sound', 'organisation')),
    key TEXT NOT NULL,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    PRIMARY KEY (forum_id, kind, key, registration_id)
) WITHOUT ROWID;
INSERT INTO "search_key" VALUES(1,'sound','ALT',1);
INSERT INTO "search_key" VALUES(1,'sound','AN',1);
INSERT INTO "search_key" VALUES(1,'sound','ANLT',1);
INSERT INTO "search_key" VALUES(1,'word','old',1);
INSERT INTO "search_key" VALUES(1,'word','one',1);
INSERT INTO "search_key" VALUES(1,'word','oneold',1);
INSERT INTO "search_key" VALUES(1,'sound','ALT',2);
INSERT INTO "search_key" VALUES(1,'sound','TF',2);
INSERT INTO "search_key" VALUES(1,'sound','TFLT',2);
INSERT INTO "search_key" VALUES(1,'word','old',2);
INSERT INTO "search_key" VALUES(1,'word','tvo',2);
INSERT INTO "search_key" VALUES(1,'word','tvoold',2);
INSERT INTO "search_key" VALUES(1,'sound','ALT',3);
INSERT INTO "search_key" VALUES(1,'sound','SR',3);
INSERT INTO "search_key" VALUES(1,'sound','SRLT',3);
INSERT INTO "search_key" VALUES(1,'sound','TR',3);
INSERT INTO "search_key" VALUES(1,'sound','TRLT',3);
INSERT INTO "search_key" VALUES(1,'word','old',3);
INSERT INTO "search_key" VALUES(1,'word','thri',3);
INSERT INTO "search_key" VALUES(1,'word','thriold',3);
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    site_id BIGINT NOT NULL REFERENCES site (id),
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO "setting" VALUES('signing_key','zk59nyvv2v1hvnf1tpwd3k72z8');
CREATE TABLE sign_in (
    id INTEGER PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP NOT NULL
);
INSERT INTO "sign_in" VALUES(1,1,'329e6f52027cf4a9a5fb226feea2c17abf9d559ecc7308418c27fc7758e52fa2','2026-11-30 14:37:16.958','2026-11-30 14:37:16.958','2026-12-01 02:37:16.958');
CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    slug TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL, moved_at TIMESTAMP, moved_after BIGINT, days_told INTEGER NOT NULL DEFAULT 0,
    UNIQUE (forum_id, slug),
    CHECK (starts_on <= ends_on)
);
INSERT INTO "site" VALUES(1,1,'main','Asia/Baku','2026-11-30','2026-12-01',NULL,NULL,0);
CREATE TABLE unsubscribed (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    email_folded TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (forum_id, email_folded)
);
CREATE TABLE wording (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    occasion TEXT NOT NULL CHECK (occasion IN
        ('pending', 'confirmed', 'waitlisted', 'declined', 'changed', 'reminder', 'last_information', 'thanks')),
    language TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject <> ''),
    heading TEXT NOT NULL CHECK (heading <> ''),
    body TEXT NOT NULL CHECK (body <> ''),
    PRIMARY KEY (forum_id, occasion, language)
);
CREATE INDEX session_by_forum ON session (forum_id, starts_at);
CREATE INDEX account_access_by_forum ON account_access (forum_id);
CREATE INDEX sign_in_by_account ON sign_in (account_id);
CREATE UNIQUE INDEX registration_live_email ON registration (forum_id, email_folded) WHERE state <> 'withdrawn';
CREATE INDEX registration_by_time ON registration (forum_id, registered_at, id);
CREATE INDEX registration_by_name ON registration (forum_id, sort_key, id);
CREATE INDEX registration_by_state ON registration (forum_id, state, registered_at, id);
CREATE INDEX registration_by_state_name ON registration (forum_id, state, sort_key, id);
CREATE INDEX registration_by_country ON registration (forum_id, country, sort_key, id);
CREATE INDEX registration_by_category ON registration (forum_id, category_id, sort_key, id);
CREATE INDEX registration_by_change ON registration (forum_id, updated_at, id);
CREATE INDEX registration_by_email ON registration (forum_id, email_folded);
CREATE INDEX registration_by_organisation ON registration (organisation_id);
CREATE INDEX search_key_by_registration ON search_key (registration_id);
CREATE INDEX email_change_by_registration ON email_change (registration_id);
CREATE UNIQUE INDEX badge_current ON badge (registration_id) WHERE revoked_at IS NULL;
CREATE INDEX badge_by_registration ON badge (registration_id);
CREATE INDEX device_by_forum ON device (forum_id, id);
CREATE INDEX scan_by_registration ON scan (registration_id, happened_at);
CREATE INDEX scan_by_checkpoint ON scan (checkpoint_id, scanned_at);
CREATE INDEX scan_by_received ON scan (received_at);
CREATE INDEX presence_by_registration ON presence (registration_id);
CREATE INDEX presence_inside ON presence (checkpoint_id, inside, registration_id);
CREATE INDEX conflict_open ON conflict (forum_id, found_at) WHERE looked_at IS NULL;
CREATE INDEX registration_event_by_registration ON registration_event (registration_id, id);
CREATE INDEX not_duplicate_by_other ON not_duplicate (other_id);
CREATE INDEX rehearsal_by_checkpoint ON rehearsal (checkpoint_id, started_at);
CREATE INDEX rehearsal_scan_by_rehearsal ON rehearsal_scan (rehearsal_id, scanned_at);
CREATE INDEX checkpoint_by_session ON checkpoint (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX print_job_by_forum ON print_job (forum_id, id);
CREATE INDEX message_by_registration ON message (registration_id, id);
CREATE INDEX message_by_forum ON message (forum_id, id);
CREATE INDEX message_by_forum_state ON message (forum_id, state, id);
CREATE INDEX message_by_recipient ON message (lower(recipient), id);
CREATE INDEX mailing_by_forum ON mailing (forum_id, id);
CREATE INDEX mailing_sending ON mailing (id) WHERE state = 'sending';
CREATE INDEX mailing_recipient_by_state ON mailing_recipient (mailing_id, state, registration_id);
CREATE INDEX mailing_recipient_by_registration ON mailing_recipient (registration_id);
CREATE UNIQUE INDEX message_of_mailing ON message (mailing_id, registration_id) WHERE mailing_id IS NOT NULL;
CREATE INDEX message_of_mailing_by_state ON message (mailing_id, state, id) WHERE mailing_id IS NOT NULL;
CREATE INDEX message_waiting ON message (run_after, id) WHERE state IN ('queued', 'sending') AND mailing_id IS NULL;
CREATE INDEX message_waiting_of_mailings ON message (run_after, id)
    WHERE state IN ('queued', 'sending') AND mailing_id IS NOT NULL AND NOT held;
CREATE UNIQUE INDEX forum_image_current ON forum_image (forum_id, place) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX document_live ON document (registration_id, kind) WHERE state IN ('requested', 'issued');
CREATE INDEX document_by_registration ON document (registration_id, kind, id);
CREATE INDEX document_by_forum ON document (forum_id, kind, id);
CREATE INDEX document_by_state ON document (forum_id, kind, state, id);
CREATE INDEX document_by_consulate ON document (forum_id, kind, consulate_folded, id);
CREATE INDEX document_with_passport ON document (forum_id) WHERE passport IS NOT NULL OR consulate IS NOT NULL;
CREATE INDEX printer_by_forum ON printer (forum_id, id);
CREATE INDEX print_order_waiting ON print_order (printer_id, id) WHERE state = 'waiting';
CREATE INDEX print_order_by_registration ON print_order (registration_id, id);
CREATE INDEX badge_print_by_job ON badge_print (print_job_id);
CREATE INDEX act_by_registration ON act (registration_id, done_at);
CREATE INDEX act_by_scan ON act (forum_id, scan_id);
CREATE INDEX act_by_received ON act (received_at) WHERE kind = 'undo';
CREATE INDEX act_open_notes ON act (forum_id, done_at) WHERE kind = 'note' AND looked_at IS NULL;
CREATE UNIQUE INDEX device_paper ON device (forum_id) WHERE is_paper;
CREATE INDEX scan_by_hand ON scan (checkpoint_id, received_at) WHERE account_id IS NOT NULL;
COMMIT;
