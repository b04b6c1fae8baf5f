use super::*;

fn value(field: Field) -> String {
    match field {
        Field::Name => "Şəhla\n\nhttps://evil.example".to_owned(),
        Field::Link => "https://forum.example/me/abc".to_owned(),
        field => field.name().to_uppercase(),
    }
}

fn wording(text: &str) -> Wording {
    Wording::parse(text, &Field::ALL).unwrap()
}

fn fault(text: &str) -> WordingError {
    Wording::parse(text, &Field::FOR_MANY).unwrap_err()
}

fn words(text: &str) -> Span {
    Span::Words(text.to_owned())
}

#[test]
fn fields_are_filled_in_and_braces_are_written_twice() {
    let text = wording("Dear {name}, {{welcome}} to { Forum } in {place}");
    assert_eq!(
        text.fill(value),
        "Dear Şəhla https://evil.example, {welcome} to FORUM in PLACE"
    );
    assert_eq!(wording("").fill(value), "");
    assert!(wording(" \n ").is_empty());
}

#[test]
fn what_cannot_be_filled_in_is_refused_by_its_name() {
    assert_eq!(fault("Dear {nmae}"), WordingError::Unknown("nmae".into()));
    assert_eq!(fault("Dear {}"), WordingError::Unknown("".into()));
    assert_eq!(fault("{link}"), WordingError::NotHere(Field::Link));
    assert_eq!(
        fault("Dear {name, hello"),
        WordingError::Unclosed("name, hello".into())
    );
    assert_eq!(
        fault("Dear {na {forum}"),
        WordingError::Unclosed("na {forum}".into())
    );
    assert_eq!(
        fault("Dear name}"),
        WordingError::Unopened("Dear name".into())
    );
    assert_eq!(fault("سلام {اسم}"), WordingError::Unknown("اسم".into()));
}

#[test]
fn a_text_has_an_end() {
    let text = "ə".repeat(Wording::LONGEST);
    assert!(Wording::parse(&text, &[]).is_ok());
    assert_eq!(
        fault(&(text + "ə")),
        WordingError::TooLong(Wording::LONGEST)
    );
    let line = "ə".repeat(Wording::LONGEST_LINE + 1);
    assert!(Wording::parse_line(&line, &[]).is_err());
}

#[test]
fn a_line_stays_one() {
    let line = Wording::parse_line(
        " Welcome,\r\nBcc: all@example.org {name}\u{7} ",
        &Field::ALL,
    );
    assert_eq!(
        line.unwrap().fill(value),
        "Welcome, Bcc: all@example.org Şəhla https://evil.example"
    );
}

#[test]
fn blank_lines_part_paragraphs_and_values_part_nothing() {
    let prose = wording("Dear {name},\r\n\r\n\r\n\r\nfirst\nsecond\n \nlast").prose(value);
    assert_eq!(
        prose.paragraphs,
        [
            vec![
                words("Dear "),
                Span::Value("Şəhla https://evil.example".into()),
                words(",")
            ],
            vec![words("first"), Span::Break, words("second")],
            vec![words("last")],
        ]
    );
    assert_eq!(
        prose.to_string(),
        "Dear Şəhla https://evil.example,\n\nfirst\nsecond\n\nlast"
    );
}

#[test]
fn addresses_are_links_without_the_marks_of_the_sentence() {
    let prose =
        wording("See https://example.org/a?b=1, (http://example.org). Yours: {link}.").prose(value);
    assert_eq!(
        prose.paragraphs,
        [vec![
            words("See "),
            Span::Link("https://example.org/a?b=1".into()),
            words(", ("),
            Span::Link("http://example.org".into()),
            words("). Yours: "),
            Span::Link("https://forum.example/me/abc".into()),
            words("."),
        ]]
    );
    let none = Prose::plain("https:// javascript:alert(1) <a href=x>");
    assert_eq!(
        none.paragraphs.concat(),
        [words("https:// javascript:alert(1) <a href=x>")]
    );
}
