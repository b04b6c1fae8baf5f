//! Whether somebody may be invited again: asked when people register, for it cannot be had afterwards.

use crate::support::stage::{FORUM, Person, Stage, fill, rows, saved};

#[test]
fn it_is_asked_unticked_and_a_yes_is_kept_in_the_words_in_which_it_was_asked() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    for (number, language) in ["en", "az", "ru", "tr", "ar", "fr"].into_iter().enumerate() {
        let page = browser.open(&format!("/{language}/{FORUM}/register"));
        let form = fill(page.form(), &Person::number(number));
        assert_eq!(
            form.value("invite_again"),
            "",
            "nobody has answered for the person"
        );
        let said_yes = form.tick("invite_again");
        let again = browser.post(&said_yes.clone().fill("email", "nothing"));
        assert_eq!(
            again.form().value("invite_again"),
            "yes",
            "the answer is kept"
        );
        saved(browser.post(&said_yes));
        let row = &stage.list(FORUM)[number];
        let asked = page.words("label.choice");
        let kept = row["invite_again"].split_whitespace().collect::<Vec<_>>();
        assert!(asked.contains(&kept.join(" ")), "{asked:?} {row:?}");
    }
    saved(browser.post(&stage.filled(&Person::number(6))));
    assert_eq!(stage.list(FORUM)[6]["invite_again"], "");
}

#[test]
fn the_answer_is_the_persons_to_give_and_to_take_back_and_the_history_has_both() {
    let stage = Stage::new();
    let person = Person::number(1);
    let page = stage.register(&person).page;
    let browser = stage.app.browser();
    let correct = |language: &str| {
        let page = page.replace("/en/", &format!("/{language}/"));
        browser.open(&format!("{page}/correct")).form()
    };
    let answer = || stage.list(FORUM)[0]["invite_again"].clone();
    saved(browser.post(&correct("az").tick("invite_again")));
    let said = answer();
    assert!(said.starts_with("Sizi yenə dəvət"), "{said}");
    let unchanged = browser.submit(&correct("en").fill("name", "Another Name"));
    assert!(unchanged.sentence().contains("Saved."));
    assert_eq!(answer(), said, "words said before stay as they were said");
    let at_desk = stage.at_desk("Another Name");
    assert!(stage.desk.open(&at_desk).sentence().contains(&said));
    let form = stage.desk.open(&format!("{at_desk}/correct")).form();
    assert!(!form.has("invite_again"), "the desk answers for nobody");
    saved(stage.desk.post(&form.fill("name", "A Third Name")));
    assert_eq!(answer(), said);
    saved(browser.post(&correct("en").untick("invite_again")));
    assert_eq!(answer(), "");
    let history = stage.desk.open(&at_desk).words(".history");
    assert_eq!(history.join(" ").matches(&said).count(), 2, "{history:?}");
}

#[test]
fn a_list_taken_to_another_forum_takes_the_answers_along() {
    let stage = Stage::new();
    let form = stage.filled(&Person::number(1)).tick("invite_again");
    saved(stage.app.browser().post(&form));
    saved(stage.app.browser().post(&stage.filled(&Person::number(2))));
    let list = stage.app.hazir_says(&["export", FORUM, "--format", "csv"]);
    let file = stage.app.folder.path().join("list.csv");
    std::fs::write(&file, &list).unwrap();
    stage.add_forum("next-forum", &[]);
    stage
        .app
        .hazir_says(&["import", "next-forum", file.to_str().unwrap()]);
    let answers = |rows: Vec<std::collections::BTreeMap<String, String>>| -> Vec<String> {
        rows.iter().map(|row| row["invite_again"].clone()).collect()
    };
    let before = answers(rows(list.as_bytes()));
    assert!(before[0].starts_with("May we invite you again?"));
    assert_eq!(answers(stage.list("next-forum")), before);
}
