//! "Print this one now": labels that come out of printers in the network, and what happens when none does.

use std::net::SocketAddr;

use hazir::inside::values::Code;
use serde_json::{Value, json};

use crate::support::clock::Clock;
use crate::support::door::Scanner;
use crate::support::printer::{Label, Printer, Stuck};
use crate::support::reader::assert_for_everyone;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{App, Browser, Page, eventually};

fn printers() -> String {
    format!("/en/desk/{FORUM}/printers")
}

/// The form for a printer, filled in.
fn filled(desk: &Browser, name: &str, kind: &str, (host, port): (&str, u16)) -> Page {
    let form = desk.open(&format!("{}/new", printers())).form();
    let form = form
        .fill("name", name)
        .fill("kind", kind)
        .fill("host", host)
        .fill("port", &port.to_string());
    desk.post(&form)
}

/// Sets a printer up at the desk, as an organizer does.
fn add(stage: &Stage, name: &str, kind: &str, address: SocketAddr) {
    let host = address.ip().to_string();
    saved(filled(&stage.desk, name, kind, (&host, address.port())));
}

/// A scanner at the door whose labels come out there.
fn scanner_at(stage: &Stage, printer: &str) -> Scanner {
    let scanner = stage.scanner();
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    let newest = list.attributes("main tbody a[href*='/devices/']", "href");
    choose(stage, &newest[0], printer);
    scanner
}

/// Says at a device's page where its labels come out.
fn choose(stage: &Stage, device: &str, printer: &str) {
    let page = stage.desk.open(device);
    let names = page.words("#printer option");
    let ids = page.attributes("#printer option", "value");
    let place = names.iter().position(|name| name == printer);
    let id = &ids[place.unwrap_or_else(|| panic!("{printer} among {names:?}"))];
    saved(
        stage
            .desk
            .post(&page.form_to("/printer").fill("printer", id)),
    );
}

/// The public id of somebody, as doors know people.
fn registration(scanner: &Scanner, person: &Person) -> Value {
    scanner.search(&person.name, DOOR)[0]["registration"].clone()
}

fn print(scanner: &Scanner, person: &Person) -> Value {
    scanner.act(
        json!({ "do": "print", "registration": registration(scanner, person), "checkpoint": DOOR }),
    )
}

/// What the symbol of a badge with this code holds.
fn symbol(code: &str) -> String {
    Code::parse(code).expect("a badge's code").qr_text()
}

/// Badges that nothing has printed yet, as the desk counts them.
fn unprinted(stage: &Stage) -> String {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/badges"));
    page.words("main p.big").remove(0)
}

/// What the desk says of its printers.
fn said(stage: &Stage) -> String {
    stage.desk.open(&printers()).sentence()
}

#[test]
fn a_badge_printed_at_the_door_comes_out_of_a_zpl_printer_and_its_code_scans() {
    let stage = Stage::new();
    let printer = Printer::on();
    add(&stage, "Desk 1", "zpl", printer.address);
    let person = Person::new("Zərifə Əliyeva", "zarifa@people.example");
    let code = stage.badge(&person);
    let scanner = scanner_at(&stage, "Desk 1");
    assert_eq!(unprinted(&stage), "Badges: 1, not yet printed: 1");
    let done = print(&scanner, &person);
    assert_eq!(
        (&done["done"], &done["printer"]),
        (&json!(true), &json!("Desk 1")),
        "{done}"
    );
    let label = Label::of_zpl(&printer.next());
    assert_eq!(
        label.size(),
        (496, 800),
        "62 by 100 mm at 8 dots a millimetre"
    );
    assert_eq!(label.code(), symbol(&code));
    eventually("the badge to count as printed", || {
        (unprinted(&stage) == "Badges: 1, not yet printed: 0").then_some(())
    });
    assert!(said(&stage).contains("Works"), "{}", said(&stage));
    let history = stage.desk.open(&stage.at_desk(&person.name)).sentence();
    assert!(
        history.contains("Badge printed") && history.contains("Label printed: Desk 1"),
        "{history}"
    );
}

#[test]
fn a_badge_comes_out_of_a_brother_printer_and_its_code_scans() {
    let stage = Stage::new();
    let printer = Printer::on();
    add(&stage, "Tape", "brother", printer.address);
    let person = Person::new("عائشة بنت محمد", "aisha@people.example");
    let code = stage.badge(&person);
    print(&scanner_at(&stage, "Tape"), &person);
    let label = Label::of_brother(&printer.next());
    assert_eq!(
        label.size(),
        (696, 1181),
        "what the tape shows of 62 by 100 mm at 300 dpi"
    );
    assert_eq!(label.code(), symbol(&code));
}

#[test]
fn labels_of_other_sizes_and_at_300_dpi_scan_too_and_a_test_label_is_nobodys() {
    let stage = Stage::new();
    let printer = Printer::on();
    for (width, height, dpi, dots) in [
        ("100", "50", "203", (800, 400)),
        ("102", "152", "300", (1224, 1824)),
    ] {
        let form = stage.desk.open(&format!("{}/new", printers())).form();
        let form = form
            .fill("name", width)
            .fill("kind", "zpl")
            .fill("host", "127.0.0.1")
            .fill("port", &printer.address.port().to_string())
            .fill("width", width)
            .fill("height", height)
            .fill("dpi", dpi);
        saved(stage.desk.post(&form));
        let rows = stage.desk.open(&printers()).forms();
        let test = rows.iter().rfind(|form| form.action.ends_with("/test"));
        saved(stage.desk.post(test.expect("a test for each printer")));
        let label = Label::of_zpl(&printer.next());
        assert_eq!(label.size(), dots);
        let result = stage.scanner().scan(&label.code(), DOOR);
        assert_eq!(result["verdict"], "unknown", "a test label opens no door");
    }
}

#[test]
fn a_label_waits_for_a_printer_that_is_off_and_comes_out_once_when_it_is_on() {
    let stage = Stage::new();
    let address = Printer::nowhere();
    add(&stage, "Desk 1", "zpl", address);
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = scanner_at(&stage, "Desk 1");
    assert_eq!(print(&scanner, &person)["done"], true);
    eventually("the desk to say that nobody answers", || {
        said(&stage).contains("Nobody answers there").then_some(())
    });
    // Impatient fingers: more orders for the same person, while the first one waits.
    print(&scanner, &person);
    print(&scanner, &person);
    let waiting = stage.desk.open(&printers());
    assert!(
        waiting.sentence().contains(&person.name),
        "{}",
        waiting.sentence()
    );
    let printer = Printer::at(address);
    assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(&code));
    eventually("nothing to wait", || {
        (!stage.desk.open(&printers()).has("#waiting")).then_some(())
    });
    assert!(printer.is_silent(), "the label came out once");
    assert!(said(&stage).contains("Works"), "{}", said(&stage));
}

#[test]
fn a_clock_put_ahead_by_a_day_gives_up_no_label_that_waits() {
    let mut app = App::prepare();
    let clock = Clock::of(&mut app);
    app.run();
    let stage = Stage::on(app, &[]);
    let address = Printer::nowhere();
    add(&stage, "Desk 1", "zpl", address);
    let people = [1, 2].map(Person::number);
    let codes = people.each_ref().map(|person| stage.badge(person));
    let scanner = scanner_at(&stage, "Desk 1");
    for person in &people {
        print(&scanner, person);
    }
    clock.set("+1d");
    // Tried again by the new time: the desk says since when nobody answers.
    let tried = |stage: &Stage| stage.app.log().matches("a label did not come out").count();
    let before = tried(&stage);
    eventually("another two tries", || {
        (tried(&stage) >= before + 2).then_some(())
    });
    let printer = Printer::at(address);
    for code in &codes {
        assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(code));
    }
}

#[test]
fn a_label_that_nobody_waits_for_is_dropped_at_the_desk() {
    let stage = Stage::new();
    let address = Printer::nowhere();
    add(&stage, "Desk 1", "zpl", address);
    let people = [Person::number(1), Person::number(2)];
    let codes = people.each_ref().map(|person| stage.badge(person));
    let scanner = scanner_at(&stage, "Desk 1");
    for person in &people {
        print(&scanner, person);
    }
    let page = stage.desk.open(&printers());
    saved(stage.desk.post(&page.form_to("/drop")));
    let left = said(&stage);
    assert!(
        !left.contains(&people[0].name) && left.contains(&people[1].name),
        "{left}"
    );
    let printer = Printer::at(address);
    assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(&codes[1]));
    eventually("nothing to wait", || {
        (!stage.desk.open(&printers()).has("#waiting")).then_some(())
    });
    assert!(printer.is_silent());
}

#[test]
fn an_act_prints_once_however_often_it_is_sent() {
    let stage = Stage::new();
    let printer = Printer::on();
    add(&stage, "Desk 1", "zpl", printer.address);
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = scanner_at(&stage, "Desk 1");
    let act = json!({
        "id": uuid::Uuid::now_v7(), "do": "print", "registration": registration(&scanner, &person), "checkpoint": DOOR,
    });
    let first = scanner.act(act.clone());
    assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(&code));
    eventually("the label to be noted", || {
        said(&stage).contains("Works").then_some(())
    });
    assert_eq!(scanner.act(act.clone()), first);
    assert_eq!(scanner.act(act), first);
    // What is asked for anew comes out anew: labels tear.
    print(&scanner, &person);
    printer.next();
    eventually("nothing to wait", || {
        (!stage.desk.open(&printers()).has("#waiting")).then_some(())
    });
    assert!(printer.is_silent(), "one label an act");
}

#[test]
fn a_lost_badge_is_printed_anew_and_the_old_one_is_refused_at_every_door() {
    let stage = Stage::new();
    let printer = Printer::on();
    add(&stage, "Desk 1", "zpl", printer.address);
    let person = Person::number(1);
    let old = stage.badge(&person);
    let (scanner, other) = (scanner_at(&stage, "Desk 1"), stage.scanner());
    let lost =
        scanner.act(json!({ "do": "badge_lost", "registration": registration(&scanner, &person) }));
    assert_eq!(lost["printer"], "Desk 1", "{lost}");
    let printed = Label::of_zpl(&printer.next()).code();
    assert_ne!(printed, symbol(&old));
    assert_eq!(printed, symbol(lost["code"].as_str().unwrap()));
    assert_eq!(other.scan(&old, DOOR)["verdict"], "revoked");
    assert_eq!(other.scan(&printed, DOOR)["verdict"], "admitted");
}

#[test]
fn a_badge_that_is_lost_while_its_label_waits_never_comes_out() {
    let stage = Stage::new();
    let address = Printer::nowhere();
    add(&stage, "Desk 1", "zpl", address);
    let person = Person::number(1);
    stage.badge(&person);
    let scanner = scanner_at(&stage, "Desk 1");
    print(&scanner, &person);
    let lost =
        scanner.act(json!({ "do": "badge_lost", "registration": registration(&scanner, &person) }));
    let printer = Printer::at(address);
    assert_eq!(
        Label::of_zpl(&printer.next()).code(),
        symbol(lost["code"].as_str().unwrap())
    );
    eventually("nothing to wait", || {
        (!stage.desk.open(&printers()).has("#waiting")).then_some(())
    });
    assert!(printer.is_silent(), "one label with the badge of now");
}

#[test]
fn a_printer_that_hangs_holds_up_no_other_and_no_door() {
    let stage = Stage::new();
    let (stuck, printer) = (Stuck::on(), Printer::on());
    add(&stage, "Stuck", "brother", stuck.address);
    add(&stage, "Works", "zpl", printer.address);
    let people = [Person::number(1), Person::number(2)];
    let codes = people.each_ref().map(|person| stage.badge(person));
    let (north, south) = (scanner_at(&stage, "Stuck"), scanner_at(&stage, "Works"));
    assert_eq!(print(&north, &people[0])["done"], true);
    assert_eq!(print(&south, &people[1])["done"], true);
    assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(&codes[1]));
    assert_eq!(north.scan(&codes[0], DOOR)["verdict"], "admitted");
    assert!(
        !said(&stage).contains("takes nothing"),
        "the other one is still being waited for"
    );
    eventually("the desk to say that it takes nothing", || {
        said(&stage).contains("takes nothing").then_some(())
    });
    assert!(
        stage
            .desk
            .open(&printers())
            .sentence()
            .contains(&people[0].name)
    );
}

#[test]
fn a_walk_in_has_a_badge_in_the_hand_at_once() {
    let stage = Stage::new();
    let settings = format!("/en/desk/{FORUM}/settings");
    let form = stage.desk.open(&settings).form();
    saved(stage.desk.post(&form.fill("walk_ins", "confirmed")));
    let printer = Printer::on();
    add(&stage, "Desk 1", "zpl", printer.address);
    let scanner = scanner_at(&stage, "Desk 1");
    let done = scanner.act(json!({
        "do": "walk_in", "name": "Ayşe Kaya", "email": "ayse@people.example", "country": "TR", "checkpoint": DOOR,
    }));
    assert_eq!(done["printer"], "Desk 1", "{done}");
    let code = stage.app.outbox().letter(1, "ayse@people.example").badge();
    assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(&code));
}

#[test]
fn without_a_printer_a_door_finds_the_label_in_its_browser() {
    let stage = Stage::new();
    let person = Person::new("Zərifə Əliyeva", "zarifa@people.example");
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let done = print(&scanner, &person);
    let address = done["label"].as_str().unwrap_or_else(|| panic!("{done}"));
    assert_eq!(unprinted(&stage), "Badges: 1, not yet printed: 0");
    let stranger = stage.app.browser().get(address);
    assert_ne!(stranger.status, 200, "a label is for paired devices");
    let door = paired(&stage);
    let pdf = door.get(address);
    assert_eq!(
        (pdf.status, pdf.header("content-type")),
        (200, "application/pdf")
    );
    assert_eq!(read(&pdf.body), symbol(&code));
    assert_eq!(door.get("/en/door/label/nobody").status, 404);
}

/// A phone at the door, with a browser.
fn paired(stage: &Stage) -> Browser {
    let said = stage
        .app
        .hazir_says(&["device", "add", FORUM, "--checkpoint", DOOR]);
    let link = said.split_whitespace().find(|word| word.contains("/pair/"));
    let phone = stage.app.browser();
    let path = link
        .expect("a pairing link")
        .parse::<url::Url>()
        .unwrap()
        .path()
        .to_owned();
    saved(phone.post(&phone.open(&path).form()));
    phone
}

/// The code on a PDF of one page.
fn read(pdf: &[u8]) -> String {
    assert_for_everyone(pdf);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("label.pdf");
    std::fs::write(&file, pdf).unwrap();
    let drawn = std::process::Command::new("pdftoppm")
        .args(["-r", "203", "-png", "-singlefile"])
        .arg(&file)
        .arg(folder.path().join("label"))
        .status();
    assert!(drawn.expect("pdftoppm is installed").success());
    crate::support::qr::decode(&std::fs::read(folder.path().join("label.png")).unwrap())
}

#[test]
fn a_door_without_scripts_prints_by_a_form() {
    let stage = Stage::new();
    let printer = Printer::on();
    add(&stage, "Desk 1", "zpl", printer.address);
    let person = Person::number(1);
    let code = stage.badge(&person);
    let phone = paired(&stage);
    let newest = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    let device = newest.attributes("main tbody a[href*='/devices/']", "href");
    choose(&stage, &device[0], "Desk 1");
    let found = phone.open("/en/door/search?q=Number1");
    let form = found
        .forms()
        .into_iter()
        .find(|form| form.action.contains("/door/label/"));
    let form = form.expect("a form that prints");
    let after = phone.follow(saved(phone.post(&form)));
    assert!(after.sentence().contains("Desk 1"), "{}", after.sentence());
    assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(&code));
    eventually("the label to be noted", || {
        said(&stage).contains("Works").then_some(())
    });
    saved(phone.post(&form));
    eventually("nothing to wait", || {
        (!stage.desk.open(&printers()).has("#waiting")).then_some(())
    });
    assert!(printer.is_silent(), "the same form prints once");
}

#[test]
fn the_desk_prints_one_persons_label_by_a_printer_or_in_the_browser() {
    let stage = Stage::new();
    let printer = Printer::on();
    add(&stage, "Desk 1", "zpl", printer.address);
    let person = Person::number(1);
    let code = stage.badge(&person);
    let page = stage.desk.open(&stage.at_desk(&person.name));
    let form = page.form_to("/label");
    let id = page
        .attributes("form[action$='/label'] button", "value")
        .remove(0);
    saved(stage.desk.post(&form.clone().press("printer", &id)));
    assert_eq!(Label::of_zpl(&printer.next()).code(), symbol(&code));
    let pdf = stage
        .desk
        .follow(saved(stage.desk.post(&form.press("printer", ""))));
    assert_eq!(read(&pdf.body), symbol(&code));
}

#[test]
fn nothing_is_sent_where_no_printer_of_the_network_can_be() {
    let stage = Stage::new();
    for (host, port) in [
        ("169.254.169.254", 9100),
        ("169.254.7.7", 9100),
        ("fe80::1", 9100),
        ("224.0.0.1", 9100),
        ("0.0.0.0", 9100),
        ("255.255.255.255", 9100),
        ("::ffff:169.254.169.254", 9100),
        ("fd00:ec2::254", 9100),
        ("192.168.1.40", 80),
        ("192.168.1.40", 5432),
        ("http://192.168.1.40", 9100),
        ("printer:9100/x", 9100),
    ] {
        let refused = filled(&stage.desk, "Wrong", "zpl", (host, port));
        assert_eq!(refused.status, 422, "{host}:{port}");
        assert!(refused.has("#host-error, #port-error"), "{host}:{port}");
        assert_eq!(
            refused.form().value("name"),
            "Wrong",
            "what was typed stays"
        );
    }
    saved(filled(
        &stage.desk,
        "Private",
        "zpl",
        ("192.168.1.40", 9100),
    ));
    assert_eq!(stage.desk.open(&printers()).words("tbody tr").len(), 1);
}

#[test]
fn behind_a_public_address_this_machine_is_no_printer() {
    let mut app = App::prepare();
    app.set("HAZIR_PUBLIC_URL", "http://forum.hazir.example");
    app.run();
    let stage = Stage::on(app, &[]);
    let printer = Printer::on();
    let refused = filled(
        &stage.desk,
        "Inside",
        "zpl",
        ("127.0.0.1", printer.address.port()),
    );
    assert_eq!(refused.status, 422, "{}", refused.sentence());
    let refused = filled(&stage.desk, "Inside", "zpl", ("127.0.0.1", 9100));
    assert_eq!(refused.status, 422, "{}", refused.sentence());
    // A name is judged by what it leads to.
    saved(filled(&stage.desk, "Inside", "zpl", ("localhost", 9100)));
    saved(
        stage
            .desk
            .post(&stage.desk.open(&printers()).form_to("/test")),
    );
    eventually("the desk to say that nothing is sent there", || {
        said(&stage)
            .contains("to which nothing is sent")
            .then_some(())
    });
}

#[test]
fn organizers_alone_say_where_printers_are() {
    let stage = Stage::new();
    for role in ["door", "viewer", "registrar"] {
        let colleague = stage.colleague(role, FORUM);
        assert_eq!(colleague.get(&printers()).status, 403, "{role}");
        assert_eq!(
            colleague.get(&format!("{}/new", printers())).status,
            403,
            "{role}"
        );
    }
    let organizer = stage.colleague("organizer", FORUM);
    saved(filled(&organizer, "Desk 1", "zpl", ("192.168.1.40", 9100)));
}

#[test]
fn a_printer_that_is_removed_drops_what_waits_and_its_doors_print_in_their_browsers() {
    let stage = Stage::new();
    add(&stage, "Desk 1", "zpl", Printer::nowhere());
    let person = Person::number(1);
    stage.badge(&person);
    let scanner = scanner_at(&stage, "Desk 1");
    print(&scanner, &person);
    let page = stage.desk.open(&printers());
    let edit = page
        .attributes("tbody a[href*='/printers/']", "href")
        .remove(0);
    saved(stage.desk.post(&stage.desk.open(&edit).form_to("/delete")));
    let left = stage.desk.open(&printers());
    assert!(
        !left.has("tbody tr") && !left.has("#waiting"),
        "{}",
        left.sentence()
    );
    assert!(print(&scanner, &person)["label"].is_string());
}
