//! Files that cost more than they weigh: each is answered in a sentence, soon, and the program goes on.

mod lists;
mod pictures;
mod spreadsheets;

use std::sync::mpsc::{self, TryRecvError};
use std::time::{Duration, Instant};

use super::support::form::Form;
use super::support::jobs::{job_of, settled};
use super::support::stage::{FORUM, Stage};
use super::support::{App, Browser, Page, at_once};

/// A file named after what it does.
pub struct HostileFile {
    does: &'static str,
    bytes: Vec<u8>,
    answer: Answer,
}

/// What the page says of it.
enum Answer {
    /// Nothing bad comes of it: it is taken.
    Taken,
    /// It is refused, and the page says this.
    Says(&'static str),
    /// The same, in one of several ways: which limit it comes to first is the machine's matter.
    SaysOneOf(&'static [&'static str]),
    /// It is taken or refused, as its library likes.
    Any,
}

/// One that is refused in these words.
fn refused(does: &'static str, says: &'static str, bytes: impl Into<Vec<u8>>) -> HostileFile {
    HostileFile {
        does,
        bytes: bytes.into(),
        answer: Answer::Says(says),
    }
}

/// One that is refused in one of several ways.
fn refused_somehow(
    does: &'static str,
    says: &'static [&'static str],
    bytes: impl Into<Vec<u8>>,
) -> HostileFile {
    HostileFile {
        does,
        bytes: bytes.into(),
        answer: Answer::SaysOneOf(says),
    }
}

/// One of which nothing is asked but an answer.
fn answered(does: &'static str, bytes: impl Into<Vec<u8>>) -> HostileFile {
    HostileFile {
        does,
        bytes: bytes.into(),
        answer: Answer::Any,
    }
}

/// One that does no harm.
fn taken(does: &'static str, bytes: impl Into<Vec<u8>>) -> HostileFile {
    HostileFile {
        does,
        bytes: bytes.into(),
        answer: Answer::Taken,
    }
}

impl HostileFile {
    /// What is wrong with the answer, if anything.
    fn fault(&self, page: &Page, took: Duration) -> Option<String> {
        let said = page.sentence();
        let is_right = match self.answer {
            Answer::Taken => page.status == 303 || page.status == 200,
            Answer::Says(words) => page.status == 422 && said.contains(words),
            Answer::SaysOneOf(words) => {
                page.status == 422 && words.iter().any(|words| said.contains(words))
            }
            Answer::Any => matches!(page.status, 200 | 303 | 422),
        };
        let soon = took < SOON;
        let said: String = said.chars().take(600).collect();
        (!is_right || !soon)
            .then(|| format!("{}: {} after {took:?}: {said}", self.does, page.status))
    }
}

/// Within which each file is answered by what is shipped. What is built for tests reads many times as slowly, beside
/// other tests: there it only has to end.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 2 });

/// The form of a page with the file in it.
fn filled(desk: &Browser, page: &str, end: &str, file: &HostileFile) -> Form {
    let form = desk.open(page).form_to(end).attach("file", &file.bytes);
    match end {
        "/import" => form.press("check", "yes"),
        _ => form,
    }
}

fn bring(desk: &Browser, page: &str, end: &str, file: &HostileFile) -> Page {
    sent(desk, &filled(desk, page, end, file))
}

/// What becomes of a file; where many are before it, after a while, on the page of a job. There it is no answer to a
/// form any more, and has no status of its own.
fn sent(desk: &Browser, form: &Form) -> Page {
    let answer = desk.post(form);
    let followed = job_of(&answer).is_some();
    let mut page = settled(desk, answer);
    if followed && page.has("[aria-invalid], tbody") {
        page.status = 422;
    }
    page
}

/// Brings them one after the other, and fails with all that were not answered as they should be.
fn each_is_answered(stage: &Stage, page: &str, end: &str, files: &[HostileFile]) {
    let faults: Vec<String> = files
        .iter()
        .filter_map(|file| {
            let form = filled(&stage.desk, page, end, file);
            let began = Instant::now();
            let answer = sent(&stage.desk, &form);
            file.fault(&answer, began.elapsed())
        })
        .collect();
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        files.len(),
        faults.join("\n")
    );
    assert_eq!(stage.app.browser().get("/healthz").status, 200);
}

fn import_page() -> String {
    format!("/en/desk/{FORUM}/import")
}

fn badges_page() -> String {
    format!("/en/desk/{FORUM}/badges")
}

#[test]
fn spreadsheets_that_cost_more_than_they_weigh_are_answered_in_a_sentence() {
    each_is_answered(
        &Stage::new(),
        &import_page(),
        "/import",
        &spreadsheets::all(),
    );
}

#[test]
fn lists_that_cost_more_than_they_weigh_are_answered_in_a_sentence() {
    each_is_answered(&Stage::new(), &import_page(), "/import", &lists::all());
}

#[test]
fn pictures_that_cost_more_than_they_weigh_are_answered_in_a_sentence() {
    each_is_answered(&Stage::new(), &badges_page(), "/artwork", &pictures::all());
}

#[test]
fn there_are_at_least_sixty_hostile_files() {
    let count = spreadsheets::all().len() + lists::all().len() + pictures::all().len();
    assert!(count >= 60, "{count}");
}

#[test]
fn the_command_says_the_same_of_a_list_and_goes_on_living() {
    let stage = Stage::new();
    let file = stage.app.folder.path().join("list.xlsx");
    let far = spreadsheets::with_a_word_in_the_last_cell();
    std::fs::write(&file, far).unwrap();
    let said = stage.app.hazir(&["import", FORUM, file.to_str().unwrap()]);
    let said = String::from_utf8(said.stderr).unwrap();
    assert!(said.contains("column XFD"), "{said}");
}

#[test]
fn a_stray_blank_far_away_keeps_nobody_out_and_dates_stay_dates() {
    let stage = Stage::new();
    let form = stage.desk.open(&import_page()).form_to("/import");
    let form = form.attach("list.xlsx", &spreadsheets::with_a_stray_blank_and_a_date());
    let answer = stage.desk.post(&form.press("run", "yes"));
    assert_eq!(answer.status, 303, "{}", answer.sentence());
    let list = stage.list(FORUM);
    assert_eq!(list.len(), 1);
    assert_eq!(list[0]["name"], "Aysel Quliyeva");
    assert_eq!(list[0]["position"], "2000-01-02");
    assert_eq!(list[0]["organisation"], "1999-12-31 18:30");
}

#[test]
fn eight_hostile_files_at_once_hold_up_nobody_and_take_little_memory() {
    let stage = Stage::new();
    let all = [spreadsheets::costly(), lists::costly(), pictures::costly()];
    let files: Vec<(&str, String, HostileFile)> = all
        .into_iter()
        .flatten()
        .map(|file| match file.bytes.starts_with(b"<") {
            true => ("/artwork", badges_page(), file),
            false => ("/import", import_page(), file),
        })
        .collect();
    assert_eq!(files.len(), 8);
    let before = memory(&stage.app);
    let waits = std::thread::scope(|scope| {
        // Dropped also by a panic.
        let (over, is_over) = mpsc::channel::<()>();
        let healthy = scope.spawn(|| {
            let is_over = is_over;
            let browser = stage.app.browser();
            let mut waits = Vec::new();
            while is_over.try_recv() == Err(TryRecvError::Empty) {
                let began = Instant::now();
                assert_eq!(browser.get("/healthz").status, 200);
                waits.push(began.elapsed());
            }
            waits
        });
        let statuses = at_once(&files, |(end, page, file)| {
            bring(&stage.desk, page, end, file).status
        });
        drop(over);
        assert_eq!(statuses, [422; 8]);
        healthy.join().unwrap()
    });
    let grown = memory(&stage.app).saturating_sub(before);
    assert!(grown < 150 << 10, "the program grew by {grown} KB");
    let mut waits = waits;
    waits.sort();
    let median = waits[waits.len() / 2];
    assert!(median < Duration::from_millis(100), "{median:?}");
}

/// The most memory that the program had so far, in KB.
fn memory(app: &App) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", app.process())).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn what_was_opened_leaves_no_process_behind() {
    let stage = Stage::new();
    for file in pictures::costly() {
        bring(&stage.desk, &badges_page(), "/artwork", &file);
    }
    assert_eq!(children(&stage.app), [""; 0]);
}

/// The numbers of the program's child processes.
fn children(app: &App) -> Vec<String> {
    let id = app.process();
    let tasks = std::fs::read_dir(format!("/proc/{id}/task")).unwrap();
    tasks
        .flatten()
        .filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok())
        .flat_map(|line| {
            line.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}
