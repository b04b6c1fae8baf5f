//! Mail, with a real mail server that is not always well.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::support::smtp::MailServer;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::{App, within};

/// A forum whose letters go to a mail server of its own.
fn stage() -> (Stage, MailServer) {
    let mut app = App::prepare();
    let server = MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.run();
    (Stage::on(app, &[]), server)
}

fn register(stage: &Stage, addresses: &[String]) {
    for address in addresses {
        let person = Person::new("Delegate", address);
        assert_eq!(stage.app.browser().post(&stage.filled(&person)).status, 303);
    }
}

fn addresses(prefix: &str, count: usize) -> Vec<String> {
    (0..count)
        .map(|number| format!("{prefix}-{number}@people.example"))
        .collect()
}

fn reached(server: &MailServer, what: &str) -> BTreeSet<String> {
    let events = server.events();
    let of_kind = events.iter().filter(|event| event["what"] == what);
    of_kind
        .map(|event| event["to"][0].as_str().unwrap().to_owned())
        .collect()
}

fn all(addresses: &[String]) -> BTreeSet<String> {
    addresses.iter().cloned().collect()
}

#[test]
fn every_letter_ends_delivered_or_visibly_failed_whatever_the_mail_server_does() {
    let (stage, mut server) = stage();
    let well = addresses("well", 5);
    register(&stage, &well);
    server.behave("defer");
    let refused = addresses("refused", 3);
    let put_off = addresses("put-off", 4);
    register(&stage, &put_off);
    register(&stage, &refused);
    within(Duration::from_secs(60), "a letter put off", || {
        (!server.ids("deferred").is_empty()).then_some(())
    });
    server.behave("hang-up");
    let hung_up = addresses("hung-up", 3);
    register(&stage, &hung_up);
    within(Duration::from_secs(60), "a call hung up on", || {
        (!server.ids("hung-up").is_empty()).then_some(())
    });
    server.go_away();
    let away = addresses("away", 4);
    register(&stage, &away);
    server.behave("slow");
    server.come_back();

    let delivered: BTreeSet<String> = [well, put_off, hung_up, away]
        .concat()
        .into_iter()
        .collect();
    within(Duration::from_secs(240), "every letter to arrive", || {
        (reached(&server, "accepted") == delivered).then_some(())
    });
    within(Duration::from_secs(60), "the refusals", || {
        (reached(&server, "refused") == all(&refused)).then_some(())
    });

    let mut accepted = server.ids("accepted");
    let sent = accepted.len();
    accepted.sort();
    accepted.dedup();
    assert_eq!(
        accepted.len(),
        sent,
        "what the server took in our sight is never sent again"
    );
    assert_eq!(
        server.ids("refused").len(),
        refused.len(),
        "a refusal is not tried again"
    );
    within(
        Duration::from_secs(30),
        "the server's words at the desk",
        || {
            let page = stage.desk.open(&format!("/en/desk/{FORUM}/messages"));
            page.text()
                .contains("Nobody of that name lives here")
                .then_some(())
        },
    );
}

#[test]
fn letters_go_out_over_tls_with_user_and_password() {
    let mut app = App::prepare();
    let server = MailServer::start_closed(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.set("SSL_CERT_FILE", MailServer::certificate().to_str().unwrap());
    app.run();
    let stage = Stage::on(app, &[]);
    let people = addresses("closed", 2);
    register(&stage, &people);
    within(Duration::from_secs(60), "both letters", || {
        (reached(&server, "accepted") == all(&people)).then_some(())
    });
    assert!(
        !stage.app.log().contains("susam"),
        "the password is in no log"
    );
}

#[test]
fn a_letter_the_mail_server_refused_is_told_at_the_desk_and_sent_when_tried_again() {
    let (stage, server) = stage();
    let desk = format!("/en/desk/{FORUM}");
    let nothing = stage.desk.open(&desk);
    assert!(!nothing.sentence().contains("could not be delivered"));
    server.behave("refuse");
    let people = addresses("full-mailbox", 2);
    register(&stage, &people);
    let overview = within(Duration::from_secs(60), "the desk to be told", || {
        let page = stage.desk.open(&desk);
        page.sentence()
            .contains("2 e-mails could not be delivered")
            .then_some(page)
    });
    let undelivered = overview.link("/messages?state=undelivered");
    let page = stage.desk.open(&undelivered);
    assert_eq!(page.words("tbody tr").len(), 2);
    for row in page.words("tbody tr") {
        assert!(
            row.contains("Refused") && row.contains("550 5.1.1 Nobody of that name lives here"),
            "{row}"
        );
    }
    let refused = server.ids("refused");

    let viewer = stage.colleague("viewer", FORUM);
    let seen = viewer.open(&undelivered);
    assert_eq!(seen.words("tbody tr").len(), 2);
    assert!(!seen.has("form[action$='/again']"));
    let token = seen.form_to("/sign-out").value("token");
    let answer = viewer.post(&page.form_to("/again").fill("token", &token));
    assert_eq!(answer.status, 403);

    server.behave("accept");
    let first = page.form_to("/again");
    let after = stage.desk.submit(&first);
    assert!(after.words(".notice")[0].contains("on its way once more"));
    saved(stage.desk.post(&first));
    let left = within(Duration::from_secs(60), "the letter to arrive", || {
        let page = stage.desk.open(&undelivered);
        let arrived = server.ids("accepted").len() == 1;
        (arrived && page.words("tbody tr").len() == 1).then_some(page)
    });
    let person = stage.desk.open(&left.attributes("tbody th a", "href")[0]);
    let back = stage.desk.submit(&person.form_to("/again"));
    assert_eq!(
        back.address.path(),
        person.address.path(),
        "where it was pressed"
    );
    within(Duration::from_secs(60), "the notice to go", || {
        let page = stage.desk.open(&desk);
        (!page.sentence().contains("could not be delivered")).then_some(())
    });
    // On its way again it is undelivered no more, some moments before the server has it.
    within(Duration::from_secs(60), "both letters", || {
        (server.ids("accepted").len() == refused.len()).then_some(())
    });
    let (mut accepted, mut refused) = (server.ids("accepted"), refused);
    accepted.sort();
    refused.sort();
    assert_eq!(accepted, refused, "the same letters, each once");
    assert_eq!(reached(&server, "accepted"), all(&people));
}

#[test]
fn a_mail_server_that_is_away_is_told_at_the_desk_until_it_is_back() {
    let (stage, mut server) = stage();
    let pages = ["", "/messages"].map(|path| format!("/en/desk/{FORUM}{path}"));
    let told = |told: bool| {
        pages.iter().all(|page| {
            let page = stage.desk.open(page);
            page.has(".notice.bad") == told
                && page.sentence().contains("E-mails cannot leave") == told
        })
    };
    assert!(told(false));
    server.go_away();
    let people = addresses("away", 1);
    register(&stage, &people);
    within(Duration::from_secs(60), "the desk to be told", || {
        told(true).then_some(())
    });
    server.come_back();
    within(Duration::from_secs(120), "the letter to arrive", || {
        (reached(&server, "accepted") == all(&people)).then_some(())
    });
    within(Duration::from_secs(60), "the notice to go", || {
        told(false).then_some(())
    });
}
