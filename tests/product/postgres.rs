//! What only a database on another machine can do: listen in, go away, come back.

use crate::support::smtp::MailServer;
use crate::support::{App, eventually};

/// With what libpq calls the `sslmode`.
fn address(app: &App, mode: &str) -> String {
    app.database
        .address()
        .replace("sslmode=disable", &format!("sslmode={mode}"))
}

#[test]
fn postgresql_is_spoken_to_over_tls_and_its_certificate_checked_when_that_is_asked() {
    let mut app = App::prepare();
    let encrypted = "SELECT count(*) > 0 FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = '$1' AND ssl";
    if app.database.ask_server("SELECT 1").is_none() {
        return;
    }
    app.set("HAZIR_DATABASE", &address(&app, "require"));
    app.run();
    assert_eq!(app.database.ask_server(encrypted).unwrap(), "t");
    app.kill();

    app.set("HAZIR_DATABASE", &address(&app, "verify-full"));
    assert!(!app.try_run(), "a certificate that nobody vouches for");
    app.set("SSL_CERT_FILE", MailServer::certificate().to_str().unwrap());
    app.run();
}

#[test]
fn it_says_that_the_database_is_away_and_is_well_again_when_it_is_back() {
    let app = App::start();
    let shut = "ALTER DATABASE $1 ALLOW_CONNECTIONS false";
    if app.database.ask_server(shut).is_none() {
        return;
    }
    app.database.ask_server(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '$1'",
    );
    eventually("503", || {
        (app.browser().get("/healthz").status == 503).then_some(())
    });
    let page = app.browser().get("/az/");
    assert_eq!(page.status, 500);
    assert!(
        !page.text().to_lowercase().contains("postgres"),
        "no cause is shown: {}",
        page.sentence()
    );
    app.database
        .ask_server("ALTER DATABASE $1 ALLOW_CONNECTIONS true");
    eventually("200", || {
        (app.browser().get("/healthz").status == 200).then_some(())
    });
    assert_eq!(app.browser().get("/az/").status, 200);
}
