//! The badge in a phone's wallet, where the operator has put in the keys.

use crate::support::app::App;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::wallet::{self, ISSUER, PASS_TYPE, Pass, TEAM};

#[test]
fn without_keys_a_page_offers_no_wallet() {
    let stage = Stage::new();
    let registered = stage.register(&Person::number(1));
    let browser = stage.app.browser();
    let page = browser.open(&registered.page);
    assert!(!page.has("a[href$='.pkpass']") && !page.has("a[href$='google-wallet']"));
    for end in ["badge.pkpass", "google-wallet"] {
        assert_eq!(
            browser.get(&format!("{}/{end}", registered.page)).status,
            404
        );
    }
}

#[test]
fn a_pass_for_apple_is_signed_and_says_what_the_badge_says() {
    let stage = with_apple(300);
    let registered = stage.register(&Person::new("Məhəmməd Əliyev", "m@people.example"));
    let browser = stage.app.browser();
    let page = browser.open(&registered.page);
    let answer = browser.open(&page.link(".pkpass"));
    assert_eq!(
        answer.header("content-type"),
        "application/vnd.apple.pkpass"
    );
    let pass = Pass::open(&answer.body);
    pass.assert_whole();
    let authority = stage.app.folder.path().join("apple/wwdr.pem");
    assert!(pass.is_signed(&authority));
    assert!(pass.signature().contains("signingTime"));
    let content = pass.content();
    assert_eq!(content["passTypeIdentifier"], PASS_TYPE);
    assert_eq!(content["teamIdentifier"], TEAM);
    assert_eq!(
        content["barcodes"][0]["message"],
        registered.letter.badge().as_str()
    );
    assert_eq!(
        content["eventTicket"]["primaryFields"][0]["value"],
        "Məhəmməd Əliyev"
    );
    assert_eq!(content["voided"], false);
    pass.falsify();
    assert!(!pass.is_signed(&authority), "of another manifest");
}

#[test]
fn a_pass_of_one_day_is_shown_on_its_day_and_one_of_several_days_is_not_bound_to_the_first() {
    let stage = with_apple(300);
    let content = |stage: &Stage, number: usize| {
        let registered = stage.register(&Person::number(number));
        let browser = stage.app.browser();
        let page = browser.open(&registered.page);
        Pass::open(&browser.open(&page.link(".pkpass")).body).content()
    };
    let several = content(&stage, 1);
    assert!(several["relevantDate"].is_null());
    assert!(several["expirationDate"].is_string());
    let desk = &stage.desk;
    let list = desk.open(&format!("/en/desk/{FORUM}/sites"));
    let site = list.attributes("td.does a", "href").concat();
    let form = desk.open(&site).form();
    let last = form.value("ends_on");
    saved(desk.post(&form.fill("starts_on", &last)));
    assert!(content(&stage, 2)["relevantDate"].is_string());
}

#[test]
fn a_pass_speaks_the_language_of_the_page() {
    let stage = with_apple(300);
    let registered = stage.register(&Person::number(1));
    let browser = stage.app.browser();
    let content = |language: &str| {
        let page = registered.page.replace("/en/", &format!("/{language}/"));
        Pass::open(&browser.open(&format!("{page}/badge.pkpass")).body).content()
    };
    let (english, arabic) = (content("en"), content("ar"));
    assert_eq!(english["serialNumber"], arabic["serialNumber"]);
    assert!(arabic["description"].as_str().unwrap().starts_with("شارة"));
    assert!(
        english["description"]
            .as_str()
            .unwrap()
            .starts_with("Badge for")
    );
}

#[test]
fn who_has_withdrawn_gets_a_pass_that_is_void_and_one_who_waits_gets_none() {
    let stage = Stage::on(apple_app(300), &[("capacity", "1")]);
    let first = stage.register(&Person::number(1));
    let second = stage.register(&Person::number(2));
    let browser = stage.app.browser();
    let address = format!("{}/badge.pkpass", second.page);
    assert_eq!(browser.get(&address).status, 404);
    let before = browser.open(&format!("{}/badge.pkpass", first.page));
    let form = browser
        .open(&format!("{}/withdraw", first.page))
        .form_to("/withdraw");
    saved(browser.post(&form));
    let after = browser.open(&browser.open(&first.page).link(".pkpass"));
    let (before, after) = (
        Pass::open(&before.body).content(),
        Pass::open(&after.body).content(),
    );
    assert_eq!(after["voided"], true);
    assert!(after["barcodes"].is_null());
    assert_eq!(
        before["serialNumber"], after["serialNumber"],
        "it takes the place of the one in the wallet"
    );
}

#[test]
fn the_link_to_google_carries_a_signed_ticket() {
    let mut app = App::prepare();
    let keys = wallet::google_keys(app.folder.path());
    app.set("HAZIR_GOOGLE_WALLET", keys.to_str().unwrap());
    app.run();
    let stage = Stage::on(app, &[]);
    let registered = stage.register(&Person::new("فاطمة الزهراء", "f@people.example"));
    let browser = stage.app.browser();
    let page = browser.open(&registered.page.replace("/en/", "/ar/"));
    let answer = browser.get(&page.link("google-wallet"));
    assert_eq!(answer.status, 303);
    let link = answer.location().unwrap();
    let token = link
        .as_str()
        .strip_prefix("https://pay.google.com/gp/v/save/");
    let token = token.expect("a link that saves a pass");
    assert!(token.len() <= 1800, "{} characters", token.len());
    let claims = wallet::claims(token, stage.app.folder.path());
    assert_eq!(claims["aud"], "google");
    assert_eq!(claims["typ"], "savetowallet");
    assert_eq!(claims["iss"], "desk@example.iam.example");
    let class = &claims["payload"]["eventTicketClasses"][0];
    let object = &claims["payload"]["eventTicketObjects"][0];
    assert_eq!(class["id"], format!("{ISSUER}.{FORUM}-ar"));
    assert_eq!(class["id"], object["classId"]);
    assert_eq!(object["ticketHolderName"], "فاطمة الزهراء");
    assert_eq!(
        object["barcode"]["value"],
        registered.letter.badge().as_str()
    );
    assert_eq!(object["state"], "ACTIVE");
}

#[test]
fn the_check_says_how_the_keys_are() {
    let mut app = App::prepare();
    let keys = wallet::apple_keys(app.folder.path(), 300);
    app.set("HAZIR_APPLE_WALLET", keys.to_str().unwrap());
    assert!(said(&app).contains("Apple Wallet is valid until"));

    wallet::apple_keys(app.folder.path(), 5);
    assert!(said(&app).contains("ends on"));

    std::fs::copy(keys.join("authority.key"), keys.join("key.pem")).unwrap();
    assert!(said(&app).contains("certificate.pem is not the one of key.pem"));
    assert!(!app.try_run(), "nobody is to find out by a broken button");
    assert!(app.log().contains("is not the one of key.pem."));

    app.set("HAZIR_APPLE_WALLET", "/nowhere");
    app.set(
        "HAZIR_GOOGLE_WALLET",
        keys.join("key.pem").to_str().unwrap(),
    );
    let said = said(&app);
    assert!(said.contains("/nowhere/certificate.pem"));
    assert!(said.contains("is not the JSON file of a service account"));
}

#[test]
fn a_certificate_past_its_day_offers_no_pass() {
    let stage = with_apple(0);
    let registered = stage.register(&Person::number(1));
    let page = stage.app.browser().open(&registered.page);
    assert!(!page.has("a[href$='.pkpass']"));
}

fn with_apple(days: u32) -> Stage {
    Stage::on(apple_app(days), &[])
}

fn apple_app(days: u32) -> App {
    let mut app = App::prepare();
    let keys = wallet::apple_keys(app.folder.path(), days);
    app.set("HAZIR_APPLE_WALLET", keys.to_str().unwrap());
    app.run();
    app
}

/// What `hazir check` prints of the wallets.
fn said(app: &App) -> String {
    let output = app.hazir(&["check", "--listen", "127.0.0.1:0"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().filter(|line| line.starts_with("wallets: "));
    lines.collect::<Vec<_>>().join("\n")
}
