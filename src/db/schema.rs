//! The tables, as the migrations of both databases make them.

diesel::table! {
    setting (key) {
        key -> Text,
        value -> Text,
    }
}

diesel::table! {
    forum (id) {
        id -> BigInt,
        slug -> Text,
        zone -> Text,
        starts_on -> Date,
        ends_on -> Date,
        opens_at -> Nullable<Timestamp>,
        closes_at -> Nullable<Timestamp>,
        approval -> Text,
        languages -> Text,
        brand -> Nullable<Text>,
        contact -> Nullable<Text>,
        offers_qn -> Bool,
        published -> Bool,
        walk_ins -> Text,
        strict_doors -> Bool,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        turn -> BigInt,
        asks_after -> Nullable<Integer>,
    }
}

diesel::table! {
    forum_text (forum_id, owner, owner_id, field, language) {
        forum_id -> BigInt,
        owner -> Text,
        owner_id -> BigInt,
        field -> Text,
        language -> Text,
        value -> Text,
    }
}

diesel::table! {
    site (id) {
        id -> BigInt,
        forum_id -> BigInt,
        slug -> Text,
        zone -> Text,
        starts_on -> Date,
        ends_on -> Date,
        moved_at -> Nullable<Timestamp>,
        moved_after -> Nullable<BigInt>,
        days_told -> Integer,
    }
}

diesel::table! {
    wording (forum_id, occasion, language) {
        forum_id -> BigInt,
        occasion -> Text,
        language -> Text,
        subject -> Text,
        heading -> Text,
        body -> Text,
    }
}

diesel::table! {
    session (id) {
        id -> BigInt,
        forum_id -> BigInt,
        site_id -> BigInt,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
    }
}

diesel::table! {
    category (id) {
        id -> BigInt,
        forum_id -> BigInt,
        slug -> Text,
        colour -> Text,
        approval -> Nullable<Text>,
        on_form -> Bool,
        position -> Integer,
    }
}

diesel::table! {
    checkpoint (id) {
        id -> BigInt,
        forum_id -> BigInt,
        site_id -> Nullable<BigInt>,
        slug -> Text,
        opens_at -> Nullable<Timestamp>,
        closes_at -> Nullable<Timestamp>,
        direction -> Text,
        capacity -> Nullable<Integer>,
        position -> Integer,
        session_id -> Nullable<BigInt>,
        kind -> Text,
    }
}

diesel::table! {
    checkpoint_category (checkpoint_id, category_id) {
        checkpoint_id -> BigInt,
        category_id -> BigInt,
    }
}

diesel::table! {
    account (id) {
        id -> BigInt,
        email -> Text,
        email_folded -> Text,
        password_hash -> Nullable<Text>,
        is_owner -> Bool,
        created_at -> Timestamp,
        disabled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    account_access (account_id, forum_id) {
        account_id -> BigInt,
        forum_id -> BigInt,
        role -> Text,
        given_by -> Nullable<BigInt>,
        given_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    account_link (id) {
        id -> BigInt,
        account_id -> BigInt,
        token_hash -> Text,
        created_at -> Timestamp,
        valid_until -> Timestamp,
        used_at -> Nullable<Timestamp>,
        made_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    sign_in (id) {
        id -> BigInt,
        account_id -> BigInt,
        token_hash -> Text,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        valid_until -> Timestamp,
    }
}

diesel::table! {
    organisation (id) {
        id -> BigInt,
        name -> Text,
        folded -> Text,
        country -> Text,
    }
}

diesel::table! {
    registration (id) {
        id -> BigInt,
        public_id -> Text,
        forum_id -> BigInt,
        category_id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        name -> Text,
        native_name -> Nullable<Text>,
        email -> Nullable<Text>,
        email_folded -> Nullable<Text>,
        phone -> Nullable<Text>,
        country -> Text,
        organisation -> Nullable<Text>,
        position -> Nullable<Text>,
        language -> Text,
        access_needs -> Nullable<Text>,
        food_needs -> Nullable<Text>,
        state -> Text,
        link -> Text,
        form_id -> Nullable<Text>,
        sort_key -> Text,
        source -> Text,
        registered_at -> Timestamp,
        updated_at -> Timestamp,
        turn -> BigInt,
        invite_again -> Nullable<Text>,
        opened_at -> Nullable<Timestamp>,
        asked_at -> Nullable<Timestamp>,
        link_hash -> Nullable<Text>,
        person_key -> Text,
        twin -> Integer,
    }
}

diesel::table! {
    /// The rest of a registration's row: what its state follows from. Diesel takes 32 columns of a table; more cost a
    /// minute of every build.
    #[sql_name = "registration"]
    standing (id) {
        id -> BigInt,
        forum_id -> BigInt,
        category_id -> BigInt,
        updated_at -> Timestamp,
        turn -> BigInt,
        state -> Text,
        asks -> Text,
        said_delegation -> Text,
        said_desk -> Text,
        gone -> Bool,
        place -> Text,
        placed_turn -> Nullable<BigInt>,
        waits_turn -> Nullable<BigInt>,
    }
}

diesel::table! {
    turn (forum_id, number) {
        forum_id -> BigInt,
        number -> BigInt,
        mark -> BigInt,
    }
}

diesel::table! {
    registration_site (registration_id, site_id) {
        registration_id -> BigInt,
        site_id -> BigInt,
    }
}

diesel::table! {
    registration_event (id) {
        id -> BigInt,
        registration_id -> BigInt,
        at -> Timestamp,
        actor -> Text,
        account_id -> Nullable<BigInt>,
        what -> Text,
        from_state -> Nullable<Text>,
        to_state -> Nullable<Text>,
        detail -> Nullable<Text>,
    }
}

diesel::table! {
    search_key (forum_id, kind, key, registration_id) {
        forum_id -> BigInt,
        kind -> Text,
        key -> Text,
        registration_id -> BigInt,
    }
}

diesel::table! {
    search_rules (version) {
        version -> Integer,
    }
}

diesel::table! {
    email_change (id) {
        id -> BigInt,
        registration_id -> BigInt,
        email -> Text,
        code_hash -> Text,
        created_at -> Timestamp,
        valid_until -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    badge (id) {
        id -> BigInt,
        forum_id -> BigInt,
        registration_id -> BigInt,
        code -> Text,
        issued_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    device (id) {
        id -> BigInt,
        forum_id -> BigInt,
        name -> Text,
        pairing_hash -> Nullable<Text>,
        pairing_until -> Nullable<Timestamp>,
        cookie_hash -> Nullable<Text>,
        bearer_hash -> Nullable<Text>,
        valid_until -> Timestamp,
        created_at -> Timestamp,
        paired_at -> Nullable<Timestamp>,
        last_seen_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
        told_at -> Nullable<Timestamp>,
        queue -> Nullable<Integer>,
        battery -> Nullable<Integer>,
        charging -> Nullable<Bool>,
        version -> Nullable<Text>,
        camera -> Nullable<Text>,
        alone_since -> Nullable<Timestamp>,
        is_paper -> Bool,
        printer_id -> Nullable<BigInt>,
        kept -> Integer,
        made_by -> Nullable<BigInt>,
        paired_by -> Nullable<BigInt>,
        direction -> Nullable<Text>,
        told_turn -> Nullable<BigInt>,
    }
}

diesel::table! {
    device_checkpoint (device_id, checkpoint_id) {
        device_id -> BigInt,
        checkpoint_id -> BigInt,
        entries -> Nullable<Integer>,
        exits -> Nullable<Integer>,
    }
}

diesel::table! {
    scan (forum_id, id) {
        forum_id -> BigInt,
        id -> Text,
        checkpoint_id -> BigInt,
        device_id -> BigInt,
        registration_id -> Nullable<BigInt>,
        badge_id -> Nullable<BigInt>,
        direction -> Text,
        scanned_at -> Timestamp,
        received_at -> Timestamp,
        happened_at -> Timestamp,
        told -> Nullable<Text>,
        verdict -> Text,
        first_scan_id -> Nullable<Text>,
        undone_at -> Nullable<Timestamp>,
        reason -> Nullable<Text>,
        account_id -> Nullable<BigInt>,
        counts -> Bool,
        written -> BigInt,
        told_written -> Nullable<BigInt>,
    }
}

diesel::table! {
    presence (checkpoint_id, registration_id) {
        checkpoint_id -> BigInt,
        registration_id -> BigInt,
        forum_id -> BigInt,
        first_scan_id -> Nullable<Text>,
        first_at -> Nullable<Timestamp>,
        inside -> Bool,
        last_scan_id -> Text,
        last_at -> Timestamp,
        since_scan_id -> Nullable<Text>,
        since_at -> Nullable<Timestamp>,
        written -> BigInt,
    }
}

diesel::table! {
    conflict (id) {
        id -> BigInt,
        forum_id -> BigInt,
        checkpoint_id -> BigInt,
        registration_id -> Nullable<BigInt>,
        scan_id -> Text,
        earlier_scan_id -> Nullable<Text>,
        found_at -> Timestamp,
        looked_at -> Nullable<Timestamp>,
        account_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    fact (id) {
        id -> BigInt,
        forum_id -> BigInt,
        at -> Timestamp,
        kind -> Text,
        scan_id -> Nullable<Text>,
        body -> Text,
        written -> BigInt,
    }
}

diesel::table! {
    journal (forum_id, n) {
        forum_id -> BigInt,
        n -> BigInt,
        scan_id -> Nullable<Text>,
        line -> Text,
    }
}

diesel::table! {
    journal_head (forum_id) {
        forum_id -> BigInt,
        n -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    journal_mark (id) {
        id -> BigInt,
        mark -> Nullable<Text>,
    }
}

diesel::table! {
    act (forum_id, id) {
        forum_id -> BigInt,
        id -> Text,
        kind -> Text,
        device_id -> BigInt,
        checkpoint_id -> Nullable<BigInt>,
        registration_id -> Nullable<BigInt>,
        scan_id -> Nullable<Text>,
        words -> Nullable<Text>,
        done_at -> Timestamp,
        received_at -> Timestamp,
        looked_at -> Nullable<Timestamp>,
        account_id -> Nullable<BigInt>,
        written -> BigInt,
    }
}

diesel::table! {
    kept_request (id) {
        id -> BigInt,
        forum_id -> BigInt,
        device_id -> BigInt,
        sent_id -> Text,
        kind -> Text,
        request -> Text,
        why -> Text,
        checkpoint -> Nullable<Text>,
        taken_at -> Nullable<Timestamp>,
        received_at -> Timestamp,
        state -> Text,
        settled_at -> Nullable<Timestamp>,
        account_id -> Nullable<BigInt>,
        entries -> Integer,
        exits -> Integer,
    }
}

diesel::table! {
    not_duplicate (one_id, other_id) {
        one_id -> BigInt,
        other_id -> BigInt,
        account_id -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    rehearsal (id) {
        id -> BigInt,
        forum_id -> BigInt,
        checkpoint_id -> BigInt,
        account_id -> BigInt,
        started_at -> Timestamp,
        ends_at -> Timestamp,
    }
}

diesel::table! {
    rehearsal_badge (id) {
        id -> BigInt,
        rehearsal_id -> BigInt,
        code -> Text,
        name -> Text,
        country -> Text,
        category -> Text,
        verdict -> Text,
        reason -> Nullable<Text>,
    }
}

diesel::table! {
    rehearsal_scan (forum_id, id) {
        forum_id -> BigInt,
        id -> Text,
        rehearsal_id -> BigInt,
        device_id -> BigInt,
        badge_id -> Nullable<BigInt>,
        registration_id -> Nullable<BigInt>,
        direction -> Text,
        scanned_at -> Timestamp,
        received_at -> Timestamp,
        told -> Nullable<Text>,
        verdict -> Text,
        reason -> Nullable<Text>,
        first_scan_id -> Nullable<Text>,
    }
}

diesel::table! {
    worker (id) {
        id -> Text,
        beat -> BigInt,
    }
}

diesel::table! {
    message (id) {
        id -> BigInt,
        forum_id -> Nullable<BigInt>,
        registration_id -> Nullable<BigInt>,
        kind -> Text,
        recipient -> Text,
        subject -> Text,
        message_id -> Text,
        raw -> Binary,
        state -> Text,
        attempts -> Integer,
        run_after -> Timestamp,
        worker_id -> Nullable<Text>,
        reply -> Nullable<Text>,
        replied_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        report -> Nullable<Text>,
        reported_at -> Nullable<Timestamp>,
        mailing_id -> Nullable<BigInt>,
        held -> Bool,
        held_for -> Nullable<Text>,
        hangs_at -> Nullable<Text>,
        hangs_since -> Nullable<Timestamp>,
    }
}

diesel::table! {
    desk_edit (forum_id, page) {
        forum_id -> BigInt,
        page -> Text,
        number -> BigInt,
        account_id -> BigInt,
        edited_at -> Timestamp,
    }
}

diesel::table! {
    form_use (form_id) {
        form_id -> Text,
        registration_id -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    stranger_mail (id) {
        id -> BigInt,
        network -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    mailing (id) {
        id -> BigInt,
        forum_id -> BigInt,
        account_id -> BigInt,
        form_id -> Text,
        about -> Text,
        shows_page -> Bool,
        whom -> Text,
        state -> Text,
        people -> BigInt,
        created_at -> Timestamp,
        started_at -> Nullable<Timestamp>,
        finished_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    mailing_text (mailing_id, language) {
        mailing_id -> BigInt,
        language -> Text,
        place -> Integer,
        subject -> Text,
        body -> Text,
    }
}

diesel::table! {
    mailing_recipient (mailing_id, registration_id) {
        mailing_id -> BigInt,
        registration_id -> BigInt,
        state -> Text,
    }
}

diesel::table! {
    complaint (email_folded) {
        email_folded -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    unsubscribed (forum_id, email_folded) {
        forum_id -> BigInt,
        email_folded -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    document_rule (forum_id) {
        forum_id -> BigInt,
        letters -> Text,
        certificates -> Bool,
    }
}

diesel::table! {
    forum_image (id) {
        id -> BigInt,
        forum_id -> BigInt,
        place -> Text,
        kind -> Text,
        bytes -> Binary,
        account_id -> Nullable<BigInt>,
        added_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    document (id) {
        id -> BigInt,
        forum_id -> BigInt,
        registration_id -> BigInt,
        kind -> Text,
        number -> Nullable<Integer>,
        code -> Text,
        state -> Text,
        language -> Text,
        passport -> Nullable<Text>,
        consulate -> Nullable<Text>,
        consulate_folded -> Nullable<Text>,
        frozen -> Nullable<Text>,
        requested_at -> Timestamp,
        issued_at -> Nullable<Timestamp>,
        decided_at -> Nullable<Timestamp>,
        account_id -> Nullable<BigInt>,
        words -> Nullable<Text>,
    }
}

diesel::table! {
    badge_layout (id) {
        id -> BigInt,
        forum_id -> BigInt,
        name -> Text,
        layout -> Text,
        account_id -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    badge_artwork (id) {
        id -> BigInt,
        forum_id -> BigInt,
        name -> Text,
        kind -> Text,
        bytes -> Binary,
        account_id -> BigInt,
        added_at -> Timestamp,
    }
}

diesel::table! {
    job (id) {
        id -> BigInt,
        forum_id -> BigInt,
        account_id -> BigInt,
        wish -> Text,
        state -> Text,
        done -> Integer,
        total -> Integer,
        missing -> Nullable<Text>,
        started_at -> Timestamp,
        seen_at -> Timestamp,
        taken_back_at -> Nullable<Timestamp>,
        kind -> Text,
        fingerprint -> Nullable<Text>,
        sent_at -> Nullable<Timestamp>,
        worker_id -> Nullable<Text>,
        result -> Nullable<Text>,
        cancelled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    job_piece (job_id, part, number) {
        job_id -> BigInt,
        part -> Text,
        number -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    badge_print (id) {
        id -> BigInt,
        badge_id -> BigInt,
        print_job_id -> Nullable<BigInt>,
        print_order_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    printer (id) {
        id -> BigInt,
        forum_id -> BigInt,
        name -> Text,
        host -> Text,
        port -> Integer,
        kind -> Text,
        dpi -> Integer,
        width -> Integer,
        height -> Integer,
        created_at -> Timestamp,
        last_ok_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        last_error_at -> Nullable<Timestamp>,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    print_order (id) {
        id -> BigInt,
        forum_id -> BigInt,
        printer_id -> Nullable<BigInt>,
        registration_id -> Nullable<BigInt>,
        device_id -> Nullable<BigInt>,
        account_id -> Nullable<BigInt>,
        ordered_at -> Timestamp,
        state -> Text,
        attempts -> Integer,
        worker_id -> Nullable<Text>,
        words -> Nullable<Text>,
        settled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    health (id) {
        id -> BigInt,
        at -> Timestamp,
        ballast -> Text,
    }
}

diesel::joinable!(forum_text -> forum (forum_id));
diesel::joinable!(site -> forum (forum_id));
diesel::joinable!(session -> forum (forum_id));
diesel::joinable!(session -> site (site_id));
diesel::joinable!(category -> forum (forum_id));
diesel::joinable!(checkpoint -> forum (forum_id));
diesel::joinable!(checkpoint -> site (site_id));
diesel::joinable!(checkpoint -> session (session_id));
diesel::joinable!(checkpoint_category -> checkpoint (checkpoint_id));
diesel::joinable!(checkpoint_category -> category (category_id));
diesel::joinable!(account_access -> account (account_id));
diesel::joinable!(account_access -> forum (forum_id));
diesel::joinable!(account_link -> account (account_id));
diesel::joinable!(sign_in -> account (account_id));
diesel::joinable!(registration -> forum (forum_id));
diesel::joinable!(registration -> category (category_id));
diesel::joinable!(registration -> organisation (organisation_id));
diesel::joinable!(registration_site -> registration (registration_id));
diesel::joinable!(registration_site -> site (site_id));
diesel::joinable!(registration_event -> registration (registration_id));
diesel::joinable!(registration_event -> account (account_id));
diesel::joinable!(search_key -> forum (forum_id));
diesel::joinable!(search_key -> registration (registration_id));
diesel::joinable!(email_change -> registration (registration_id));
diesel::joinable!(badge -> forum (forum_id));
diesel::joinable!(badge -> registration (registration_id));
diesel::joinable!(device -> forum (forum_id));
diesel::joinable!(device_checkpoint -> device (device_id));
diesel::joinable!(device_checkpoint -> checkpoint (checkpoint_id));
diesel::joinable!(scan -> forum (forum_id));
diesel::joinable!(scan -> checkpoint (checkpoint_id));
diesel::joinable!(scan -> device (device_id));
diesel::joinable!(scan -> registration (registration_id));
diesel::joinable!(scan -> badge (badge_id));
diesel::joinable!(scan -> account (account_id));
diesel::joinable!(presence -> checkpoint (checkpoint_id));
diesel::joinable!(presence -> registration (registration_id));
diesel::joinable!(presence -> forum (forum_id));
diesel::joinable!(conflict -> checkpoint (checkpoint_id));
diesel::joinable!(conflict -> registration (registration_id));
diesel::joinable!(act -> device (device_id));
diesel::joinable!(act -> checkpoint (checkpoint_id));
diesel::joinable!(act -> registration (registration_id));
diesel::joinable!(kept_request -> forum (forum_id));
diesel::joinable!(kept_request -> device (device_id));
diesel::joinable!(kept_request -> account (account_id));
diesel::joinable!(not_duplicate -> registration (one_id));
diesel::joinable!(rehearsal -> checkpoint (checkpoint_id));
diesel::joinable!(rehearsal_badge -> rehearsal (rehearsal_id));
diesel::joinable!(rehearsal_scan -> rehearsal (rehearsal_id));
diesel::joinable!(rehearsal_scan -> device (device_id));
diesel::joinable!(badge_layout -> forum (forum_id));
diesel::joinable!(badge_artwork -> forum (forum_id));
diesel::joinable!(job -> forum (forum_id));
diesel::joinable!(job -> account (account_id));
diesel::joinable!(job_piece -> job (job_id));
diesel::joinable!(badge_print -> badge (badge_id));
diesel::joinable!(badge_print -> job (print_job_id));
diesel::joinable!(badge_print -> print_order (print_order_id));
diesel::joinable!(printer -> forum (forum_id));
diesel::joinable!(device -> printer (printer_id));
diesel::joinable!(print_order -> printer (printer_id));
diesel::joinable!(print_order -> registration (registration_id));
diesel::joinable!(print_order -> device (device_id));
diesel::joinable!(print_order -> account (account_id));
diesel::joinable!(message -> forum (forum_id));
diesel::joinable!(message -> registration (registration_id));
diesel::joinable!(message -> mailing (mailing_id));
diesel::joinable!(mailing -> forum (forum_id));
diesel::joinable!(mailing -> account (account_id));
diesel::joinable!(mailing_text -> mailing (mailing_id));
diesel::joinable!(mailing_recipient -> mailing (mailing_id));
diesel::joinable!(mailing_recipient -> registration (registration_id));
diesel::joinable!(unsubscribed -> forum (forum_id));

diesel::joinable!(document_rule -> forum (forum_id));
diesel::joinable!(forum_image -> forum (forum_id));
diesel::joinable!(document -> forum (forum_id));
diesel::joinable!(document -> registration (registration_id));
diesel::allow_tables_to_appear_in_same_query!(
    setting,
    forum,
    forum_text,
    site,
    wording,
    session,
    category,
    checkpoint,
    checkpoint_category,
    account,
    account_access,
    account_link,
    sign_in,
    organisation,
    registration,
    turn,
    registration_site,
    registration_event,
    search_key,
    email_change,
    badge,
    device,
    device_checkpoint,
    scan,
    presence,
    conflict,
    fact,
    journal,
    journal_head,
    journal_mark,
    act,
    kept_request,
    not_duplicate,
    rehearsal,
    rehearsal_badge,
    rehearsal_scan,
    badge_layout,
    badge_artwork,
    job,
    job_piece,
    badge_print,
    printer,
    print_order,
    worker,
    message,
    document_rule,
    forum_image,
    document,
    mailing,
    mailing_text,
    mailing_recipient,
    complaint,
    unsubscribed,
    health,
);
