//! Every mail, read back by a parser that shares no line with what wrote it.

use chrono::{NaiveDate, NaiveDateTime};
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};

use super::*;
use crate::values::{Code, Email, Language, SealingKey};

fn letterhead() -> Letterhead {
    Letterhead::new(
        Some("hazir@example.org"),
        &"https://forum.example".parse().unwrap(),
        SealingKey::random(),
    )
    .unwrap()
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn forum() -> ForumFacts {
    let day = |d| NaiveDate::from_ymd_opt(2025, 4, d).unwrap();
    ForumFacts {
        slug: "gsnp-2025".to_owned(),
        title: "Qlobal Cənub QHT Platformasının təsis konfransı".to_owned(),
        sites: vec![SiteFacts {
            slug: "baku".to_owned(),
            place: "Bakı Konqres Mərkəzi, Heydər Əliyev prospekti 5".to_owned(),
            zone: chrono_tz::Asia::Baku,
            first_day: day(28),
            last_day: day(29),
            id: 7,
            moved_at: None,
            days_told: 0,
            hours: vec![
                (moment("2025-04-28T05:00:00"), moment("2025-04-28T14:00:00")),
                (moment("2025-04-29T05:00:00"), moment("2025-04-29T13:00:00")),
            ],
        }],
        page: "https://forum.example/az/gsnp-2025".to_owned(),
        contact: Some("info@example.org".to_owned()),
    }
}

const LINK: &str = "https://forum.example/az/me/7qk3m9xa2vbt0123456789abcd";
const ALL: [News; 17] = [
    News::Confirmed,
    News::Pending,
    News::Waitlisted,
    News::Approved,
    News::Declined { words: None },
    News::Declined {
        words: Some("Yer az idi.\n<b>Üzr istəyirik</b>"),
    },
    News::Withdrawn,
    News::PlaceFreed,
    News::BadgeReissued,
    News::BadgeAgain,
    News::ConfirmAddress {
        link: "https://forum.example/az/me/x/email/y",
        hours: 24,
    },
    News::AddressChanged,
    News::Changed,
    News::StillComing,
    News::Reminder,
    News::LastInformation,
    News::Thanks,
];

fn written(language: Language, name: &str, forum: &ForumFacts, news: News) -> Mail {
    let badge = Badge::of(&Code::from_bytes(*b"sixteen bytes ok"));
    let to = Email::parse("sehla@türkçe.com.tr").unwrap();
    let delegate = Delegate {
        to: &to,
        language,
        name,
        needs_latin_name: false,
        organisation: "Xəzər",
        category: "Delegat",
        country: "AZ",
        public_id: "0197-person",
        link: LINK,
        badge: Some(&badge),
        sharing: 1,
        forum,
        own: None,
    };
    to_delegate(&letterhead(), delegate, news)
}

fn read(mail: &Mail) -> Message<'_> {
    MessageParser::default().parse(&mail.raw).unwrap()
}

fn only(address: Option<&Address>) -> (String, String) {
    let all: Vec<_> = address.unwrap().iter().collect();
    assert_eq!(all.len(), 1, "{all:?}");
    (
        all[0].name().unwrap_or_default().to_owned(),
        all[0].address().unwrap().to_owned(),
    )
}

#[test]
fn every_occasion_in_every_language_reads_back() {
    let forum = forum();
    for language in Language::ALL {
        for news in ALL {
            let mail = written(language, "Şəhla Ağayeva-Qədirli", &forum, news);
            assert!(mail.raw.is_ascii(), "{language:?} {news:?}");
            let read = read(&mail);
            assert_eq!(read.subject(), Some(mail.subject.as_str()));
            assert_eq!(read.message_id(), Some(mail.message_id.as_str()));
            assert_eq!(
                only(read.from()),
                (forum.title.clone(), "hazir@example.org".to_owned())
            );
            assert_eq!(
                only(read.to()),
                (
                    "Şəhla Ağayeva-Qədirli".to_owned(),
                    "sehla@xn--trke-2oa7j.com.tr".to_owned()
                )
            );
            assert_eq!(only(read.reply_to()).1, "info@example.org");
            assert_eq!(
                read.header_raw("Auto-Submitted").map(str::trim),
                Some("auto-generated")
            );
            assert_eq!(
                read.body_text(0).unwrap().replace("\r\n", "\n").trim(),
                mail.text.trim()
            );
            assert_eq!(
                read.body_html(0).unwrap().replace("\r\n", "\n").trim(),
                mail.html.trim()
            );
            let direction = format!("dir=\"{}\"", language.direction());
            assert!(mail.html.contains(&direction));
        }
    }
}

#[test]
fn who_does_not_see_the_badge_hears_what_it_is_and_the_code_to_type() {
    let code = Code::from_bytes(*b"sixteen bytes ok").grouped();
    for (language, what) in [
        (Language::En, "QR code of your badge"),
        (Language::Az, "Bejinizin QR kodu"),
        (Language::Tr, "Yaka kartınızın karekodu"),
        (Language::Ru, "QR-код вашего бейджа"),
        (Language::Ar, "رمز QR لشارتك"),
        (Language::Fr, "Code QR de votre badge"),
    ] {
        let mail = written(language, "Ali", &forum(), News::Confirmed);
        let (_, after) = mail.html.split_once(" alt=\"").unwrap();
        let (alt, _) = after.split_once('"').unwrap();
        assert!(alt.starts_with(what) && alt.contains(&code), "{alt}");
    }
}

#[test]
fn a_place_brings_badge_and_calendar_and_nothing_else_does() {
    let forum = forum();
    for news in ALL {
        let mail = written(Language::En, "Ali", &forum, news);
        let read = read(&mail);
        let pictures: Vec<_> = read
            .parts
            .iter()
            .filter(|part| matches!(part.body, PartType::Binary(_) | PartType::InlineBinary(_)))
            .collect();
        let has_place = mail.text.contains("HZ ");
        assert_eq!(pictures.len(), if has_place { 2 } else { 0 }, "{news:?}");
        let shows_link = mail.text.contains(LINK);
        assert_eq!(
            shows_link,
            !matches!(
                news,
                News::Declined { .. }
                    | News::Withdrawn
                    | News::ConfirmAddress { .. }
                    | News::AddressChanged
                    | News::Thanks
            ),
            "{news:?}"
        );
        if has_place {
            let cid = pictures[0].content_id().unwrap();
            assert!(mail.html.contains(&format!("cid:{cid}")));
            assert_eq!(pictures[1].attachment_name(), Some("badge.png"));
            assert_eq!(pictures[0].contents(), pictures[1].contents());
            let calendar = read.attachments().last().unwrap();
            assert_eq!(calendar.attachment_name(), Some("gsnp-2025.ics"));
            let text = calendar.text_contents().unwrap();
            assert!(
                text.contains("DTSTART;TZID=Asia/Baku:20250428T090000\r\n"),
                "{text}"
            );
            assert!(
                !text.contains("7qk3m9xa"),
                "the calendar gives the link away"
            );
        }
    }
}

#[test]
fn without_a_programme_the_calendar_has_whole_days() {
    let mut forum = forum();
    forum.sites[0].hours.clear();
    let text = calendar(&forum, "0197-person", "forum.example");
    assert!(text.contains("DTSTART;VALUE=DATE:20250428\r\n"), "{text}");
    assert!(text.contains("DTEND;VALUE=DATE:20250430\r\n"), "{text}");
    assert!(text.contains("UID:0197-person-7-0@forum.example\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
}

#[test]
fn hostile_names_stay_names() {
    let mut forum = forum();
    forum.title = "A \"B\" <c@d.e>, & Co.\r\nX-Evil: 1".to_owned();
    let name = "<script>alert(1)</script>\r\nBcc: all@example.org\r\n\r\n\"& Co\" \u{202e}x";
    let mail = written(
        Language::En,
        name,
        &forum,
        News::Declined {
            words: Some("<i>\r\n.\r\nno"),
        },
    );
    let read = read(&mail);
    assert!(!mail.html.contains("<script>") && !mail.html.contains("<i>"));
    assert_eq!(read.bcc(), None);
    assert_eq!(read.header_raw("X-Evil"), None);
    assert_eq!(only(read.to()).1, "sehla@xn--trke-2oa7j.com.tr");
    assert_eq!(only(read.from()).1, "hazir@example.org");
    assert!(
        read.subject()
            .unwrap()
            .contains("A \"B\" <c@d.e>, & Co. X-Evil: 1")
    );
}

#[test]
fn the_password_link_is_for_the_desk() {
    let to = Email::parse("desk@example.org").unwrap();
    for language in Language::ALL {
        let link = "https://forum.example/az/desk/password/secret";
        let mail = password_link(&letterhead(), &to, language, link, 48);
        let read = read(&mail);
        assert_eq!(only(read.to()).1, "desk@example.org");
        assert!(mail.text.contains(link) && mail.html.contains(link));
        assert_eq!(read.attachment_count(), 0);
    }
}

/// Writes every mail into the folder that `HAZIR_LOOK_AT_MAILS` names, to be looked at.
#[test]
fn mails_to_look_at() {
    let Ok(folder) = std::env::var("HAZIR_LOOK_AT_MAILS") else {
        return;
    };
    let mut forum = forum();
    for language in Language::ALL {
        forum.title = match language {
            Language::Az => forum.title.clone(),
            Language::Ar => {
                "المؤتمر التأسيسي لمنصة المنظمات غير الحكومية لبلدان الجنوب العالمي".to_owned()
            }
            _ => "Founding conference of the Global South NGO Platform".to_owned(),
        };
        let name = if language == Language::Ar {
            "محمد حاجييف"
        } else {
            "Şəhla Ağayeva-Qədirli"
        };
        for (number, news) in ALL.into_iter().enumerate() {
            let mail = written(language, name, &forum, news);
            let file = format!("{folder}/{}-{number:02}-{}", language.code(), mail.kind);
            std::fs::write(format!("{file}.eml"), &mail.raw).unwrap();
            std::fs::write(format!("{file}.html"), &mail.html).unwrap();
            std::fs::write(format!("{file}.txt"), &mail.text).unwrap();
        }
        let to = Email::parse("desk@example.org").unwrap();
        let mail = password_link(&letterhead(), &to, language, LINK, 48);
        std::fs::write(
            format!("{folder}/{}-12-password.html", language.code()),
            &mail.html,
        )
        .unwrap();
    }
}
