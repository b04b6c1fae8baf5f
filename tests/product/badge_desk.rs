//! Badges at the desk: what is printed, what counts as printed, and how an organizer changes their looks.

use std::process::Command;
use std::time::Duration;

use crate::support::reader::assert_for_everyone;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::{Browser, Page, within};

fn badges() -> String {
    format!("/en/desk/{FORUM}/badges")
}

fn stage_with(names: &[&str]) -> Stage {
    let stage = Stage::new();
    for (place, name) in names.iter().enumerate() {
        stage.register(&Person::new(
            name,
            &format!("person-{place}@people.example"),
        ));
    }
    stage
}

/// Follows a job to its end; its page.
fn finished(desk: &Browser, begun: &Page) -> Page {
    let address = begun.location().expect("a job's page").path().to_owned();
    within(Duration::from_secs(90), "the file of badges", || {
        let page = desk.open(&address);
        let ready = page.has("a[href$='badges.pdf']");
        assert!(ready || page.has("progress"), "{}", page.sentence());
        ready.then_some(page)
    })
}

/// Prints by the page at this address; the job's page.
fn print(desk: &Browser, address: &str, which: Option<&str>) -> Page {
    let form = desk.open(address).form_to("/badges").fill("sheet", "one");
    let form = match which {
        Some(which) => form.fill("which", which),
        None => form,
    };
    finished(desk, &saved(desk.post(&form)))
}

fn file(desk: &Browser, job: &Page) -> Vec<u8> {
    let pdf = desk.get(&job.link("badges.pdf"));
    assert_eq!(pdf.header("content-type"), "application/pdf");
    pdf.body
}

/// What a PDF says, page by page, once it is checked.
fn pages(pdf: &[u8]) -> Vec<String> {
    assert_for_everyone(pdf);
    words(pdf)
}

/// What a PDF says, page by page.
fn words(pdf: &[u8]) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let said = Command::new("pdftotext")
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    let text = String::from_utf8(said.stdout).unwrap();
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn summary(desk: &Browser) -> String {
    desk.open(&badges()).words("main p.big").remove(0)
}

#[test]
fn a_new_forum_prints_a_badge_a_page_with_name_and_a_code_that_is_read() {
    let stage = stage_with(&["Zərifə Əliyeva", "Ömər Yıldız", "Aygün Şıxlı"]);
    let job = print(&stage.desk, &badges(), Some("all"));
    let pdf = file(&stage.desk, &job);
    let pages = pages(&pdf);
    let names = ["Aygün Şıxlı", "Ömər Yıldız", "Zərifə Əliyeva"];
    assert_eq!(pages.len(), 3, "{pages:?}");
    for (page, name) in pages.iter().zip(names) {
        assert!(page.contains(name), "{name} by name in {page}");
    }
    let mut known: Vec<String> = stage
        .list(FORUM)
        .iter()
        .map(|row| row["badge"].clone())
        .collect();
    let mut read: Vec<String> = codes(&pdf);
    read.iter_mut()
        .for_each(|code| *code = code.rsplit('/').next().unwrap().to_owned());
    known.sort();
    read.sort();
    assert!(
        read.iter()
            .zip(&known)
            .all(|(read, known)| read.ends_with(known))
            && read.len() == 3,
        "{read:?} {known:?}"
    );
}

/// Every code in a PDF, read from its pixels at 150 dpi.
fn codes(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("badges.pdf");
    std::fs::write(&file, pdf).unwrap();
    let drawn = Command::new("pdftoppm")
        .args(["-r", "150", "-png"])
        .arg(&file)
        .arg(folder.path().join("page"))
        .status();
    assert!(drawn.expect("pdftoppm is installed").success());
    let pictures = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let pictures = pictures.filter(|path| path.extension().is_some_and(|ending| ending == "png"));
    pictures
        .map(|path| crate::support::qr::decode(&std::fs::read(path).unwrap()))
        .collect()
}

#[test]
fn what_is_not_printed_yet_is_exact_and_can_be_taken_back() {
    let stage = stage_with(&["Ada First", "Bela Second"]);
    assert_eq!(summary(&stage.desk), "Badges: 2, not yet printed: 2");
    print(&stage.desk, &badges(), Some("all"));
    assert_eq!(summary(&stage.desk), "Badges: 2, not yet printed: 0");

    stage.register(&Person::new("Cem Third", "cem@people.example"));
    assert_eq!(summary(&stage.desk), "Badges: 3, not yet printed: 1");
    let job = print(&stage.desk, &badges(), Some("unprinted"));
    let said = pages(&file(&stage.desk, &job));
    assert!(said.len() == 1 && said[0].contains("Cem Third"), "{said:?}");
    assert_eq!(summary(&stage.desk), "Badges: 3, not yet printed: 0");

    saved(stage.desk.post(&job.form_to("/not-printed")));
    assert_eq!(summary(&stage.desk), "Badges: 3, not yet printed: 1");
    let nobody = stage.desk.open(&format!("{}?category=media", badges()));
    let refused = stage.desk.post(&nobody.form_to("/badges"));
    assert_eq!(refused.status, 422);
    assert!(
        refused.sentence().contains("no badge to print"),
        "{}",
        refused.sentence()
    );
}

#[test]
fn one_person_and_a_filtered_list_are_printed_alone() {
    let stage = stage_with(&["Ada First", "Bela Second"]);
    let person = stage.desk.open(&stage.at_desk("Bela Second"));
    let job = print(&stage.desk, &person.link("/badges?person="), None);
    let said = pages(&file(&stage.desk, &job));
    assert!(
        said.len() == 1 && said[0].contains("Bela Second"),
        "{said:?}"
    );

    let list = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/registrations?q=Ada+First"));
    let job = print(&stage.desk, &list.link("/badges?q="), Some("all"));
    let said = pages(&file(&stage.desk, &job));
    assert!(said[0].contains("Ada First"), "{said:?}");
}

#[test]
fn dividers_stand_before_each_letter_and_desks_share_the_letters() {
    let stage = stage_with(&["Ada First", "Anna Second", "Bela Third"]);
    let form = stage.desk.open(&badges()).form_to("/badges");
    let form = form.fill("sheet", "one").tick("dividers");
    let job = finished(&stage.desk, &saved(stage.desk.post(&form)));
    let said = pages(&file(&stage.desk, &job));
    assert_eq!(said.len(), 5, "{said:?}");
    assert_eq!(
        (said[0].as_str(), said[3].as_str()),
        ("A Badges: 2", "B Badges: 1")
    );

    let sheet = stage.desk.get(&format!("{}/queues.pdf?desks=2", badges()));
    assert_eq!(pages(&sheet.body), ["A People: 2", "B People: 1"]);
}

#[test]
fn who_may_only_look_prints_nothing_and_a_registrar_designs_nothing() {
    let stage = stage_with(&["Ada First"]);
    let job = print(&stage.desk, &badges(), Some("all"));
    let viewer = stage.colleague("viewer", FORUM);
    for address in [
        badges(),
        job.address.path().to_owned(),
        job.link("badges.pdf"),
    ] {
        assert_eq!(viewer.get(&address).status, 403, "{address}");
    }
    let registrar = stage.colleague("registrar", FORUM);
    print(&registrar, &badges(), Some("all"));
    assert_eq!(
        registrar.get(&format!("{}/layouts/new", badges())).status,
        403
    );

    stage.add_forum("other-forum", &[]);
    let elsewhere = job.link("badges.pdf").replace(FORUM, "other-forum");
    assert_eq!(
        stage.desk.get(&elsewhere).status,
        404,
        "a job belongs to its forum"
    );
}

/// The row of the form in which an element stands.
fn row(page: &Page, kind: &str) -> String {
    let rows = page.attributes("input[name=row]", "value");
    let kinds = page.attributes("input[name$='.kind']", "value");
    let mut found = rows.into_iter().zip(kinds).filter(|(_, own)| own == kind);
    found.next().unwrap_or_else(|| panic!("no {kind}")).0
}

#[test]
fn a_changed_layout_shows_in_the_file_and_the_usual_one_comes_back() {
    let stage = stage_with(&["Ada First"]);
    let page = stage.desk.open(&format!("{}/layouts/new", badges()));
    assert!(
        page.has("img.preview[src^='data:image/png']"),
        "a true preview"
    );
    let text = row(&page, "text");
    let form = page.form().fill("name", "With a motto");
    let form = form
        .tick(&format!("{text}.shown"))
        .fill(&format!("{text}.text"), "Solidarity in action");
    let form = ["x", "y", "width", "height"]
        .iter()
        .zip(["10", "50", "80", "5"])
        .fold(form, |form, (field, value)| {
            form.fill(&format!("{text}.{field}"), value)
        });
    saved(stage.desk.post(&form));
    let list = stage.desk.open(&badges());
    let picture = stage.desk.get(&list.attributes("img.preview", "src")[0]);
    assert!(picture.body.starts_with(b"\x89PNG"), "{}", picture.status);
    let job = print(&stage.desk, &badges(), Some("all"));
    assert!(pages(&file(&stage.desk, &job))[0].contains("Solidarity in action"));

    let own = stage.desk.open(&list.link("/layouts/1"));
    saved(stage.desk.post(&own.form_to("/delete")));
    let job = print(&stage.desk, &badges(), Some("all"));
    assert!(!pages(&file(&stage.desk, &job))[0].contains("Solidarity in action"));
}

/// Puts a picture among the organizer's own.
fn bring(desk: &Browser, file: &str, bytes: &[u8]) -> Page {
    let form = desk.open(&badges()).form_to("/artwork");
    desk.post(&form.attach(file, bytes))
}

/// Whether a PDF claims to be PDF/UA.
fn is_said_to_be_for_everyone(pdf: &[u8]) -> bool {
    pdf.windows(9).any(|part| part == b"pdfuaid:p")
}

/// Whether pixels of the first page have this colour.
fn has_pixels(pdf: &[u8], colour: [u8; 3]) -> bool {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let drawn = Command::new("pdftoppm")
        .args(["-r", "40", "-singlefile"])
        .arg(file.path())
        .output()
        .expect("pdftoppm is installed");
    drawn.stdout.windows(3).any(|pixel| pixel == colour)
}

#[test]
fn a_picture_and_a_pdf_of_ones_own_lie_beneath_the_names() {
    let stage = stage_with(&["Ada First"]);
    let own = stage.desk.get(&format!("{}/queues.pdf?desks=1", badges()));
    // The sign has no letter in any font of the program.
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='105' height='148'>\
        <rect width='105' height='148' fill='#f0f'/>\
        <text x='9' y='9' font-size='5'>Woven together \u{13000}</text></svg>";
    let brought = [
        ("sheet.pdf", own.body.as_slice()),
        ("drawing.svg", drawing.as_bytes()),
    ];
    for (file, bytes) in brought {
        saved(bring(&stage.desk, file, bytes));
    }
    for (file, _) in brought {
        let name = file.split('.').next().unwrap();
        let page = stage.desk.open(&format!("{}/layouts/new", badges()));
        let form = page.form().fill("name", &format!("With {name}"));
        let form = form.fill("f.background", name);
        let seen = stage.desk.post(&form.clone().press("do", "pdf"));
        assert_eq!(seen.header("content-type"), "application/pdf");
        let said = words(&seen.body);
        assert!(said.len() == 1 && said[0].contains("Ada First"), "{said:?}");
        match name {
            "sheet" => {
                assert!(said[0].contains("People:"), "{said:?}");
                assert!(
                    !is_said_to_be_for_everyone(&seen.body),
                    "nobody knows what is in somebody else's PDF"
                );
            }
            _ => {
                assert_for_everyone(&seen.body);
                assert!(has_pixels(&seen.body, [255, 0, 255]), "the drawing is seen");
            }
        }
        let seen = stage.desk.post(&form.press("do", "look"));
        assert_eq!(seen.status, 200);
        assert!(
            seen.sentence()
                .contains("A PDF background is not in these pictures")
        );
    }
}

#[test]
fn a_file_that_is_no_picture_is_refused_and_a_drawing_reads_no_file() {
    let stage = stage_with(&["Ada First"]);
    for (file, bytes) in [
        ("notes.pdf", &b"%PDF-1.7 and nothing more"[..]),
        ("logo.png", &b"no picture at all"[..]),
        ("huge.svg", &[b'<'; 5 << 20][..]),
    ] {
        let refused = bring(&stage.desk, file, bytes);
        assert_eq!(refused.status, 422, "{file}");
    }
    let curious = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
        <image href='file:///etc/passwd' width='9' height='9'/></svg>";
    saved(bring(&stage.desk, "curious.svg", curious.as_bytes()));
    let list = stage.desk.open(&badges());
    let picture = stage
        .desk
        .get(&list.attributes("img[src*=artwork]", "src")[0]);
    assert_eq!(picture.header("content-type"), "image/png");
}

#[test]
fn a_code_too_small_for_phones_is_refused_and_what_was_typed_stays() {
    let stage = stage_with(&[]);
    let page = stage.desk.open(&format!("{}/layouts/new", badges()));
    let symbol = row(&page, "qr");
    let form = page
        .form()
        .fill("name", "Small")
        .fill(&format!("{symbol}.width"), "20");
    let form = form.fill(&format!("{symbol}.height"), "20");
    let refused = stage.desk.post(&form);
    assert_eq!(refused.status, 422);
    assert!(
        refused.sentence().contains("at least 30 mm"),
        "{}",
        refused.sentence()
    );
    let width = format!("input[name='{symbol}.width']");
    assert_eq!(refused.attributes(&width, "value"), ["20"]);
    assert_eq!(refused.attributes("input[name=name]", "value"), ["Small"]);
    let title = row(&page, "title");
    let form = page.form().fill(&format!("{title}.x"), "90");
    let refused = stage.desk.post(&form);
    assert_eq!(refused.status, 422);
    assert!(
        refused.sentence().contains("over the badge’s edge"),
        "{}",
        refused.sentence()
    );
}

#[test]
fn some_hundred_badges_are_made_beside_the_desk_and_counted() {
    let stage = Stage::new();
    let mut csv = String::from("name,email,country,state\n");
    for number in 0..400 {
        csv += &format!("Delegate Number{number},delegate-{number}@people.example,AZ,confirmed\n");
    }
    let list = stage.app.folder.path().join("people.csv");
    std::fs::write(&list, csv).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, list.to_str().unwrap()]);
    let form = stage
        .desk
        .open(&badges())
        .form_to("/badges")
        .fill("sheet", "a4");
    let job = finished(&stage.desk, &saved(stage.desk.post(&form)));
    assert!(job.sentence().contains("400 of 400"), "{}", job.sentence());
    assert_eq!(
        pages(&file(&stage.desk, &job)).len(),
        100,
        "four badges on A4"
    );
    let live = stage.desk.get(&format!("{}/live", job.address.path()));
    assert_eq!(live.json()["running"], false);
}
