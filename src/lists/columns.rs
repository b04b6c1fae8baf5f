use crate::clock::rfc3339;
use crate::models::people::registrations::ExportRow;
use crate::values::Code;

/// The columns of every export, in English whatever the desk's language. The first twelve are
/// promised to other systems; what follows may grow at the end.
pub(crate) const COLUMNS: [&str; 18] = [
    "name",
    "native_name",
    "email",
    "phone",
    "country",
    "organisation",
    "position",
    "category",
    "state",
    "language",
    "registered_at",
    "badge",
    "sites",
    "access_needs",
    "food_needs",
    "registration",
    "first_admitted_at",
    "invite_again",
];

/// Where `phone` stands: its `+` is no formula.
pub(super) const PHONE: usize = 3;

/// One row, a text a column.
pub(super) fn cells(row: ExportRow) -> [String; COLUMNS.len()] {
    let person = row.registration;
    let text = Option::unwrap_or_default;
    [
        person.name,
        text(person.native_name),
        text(person.email),
        text(person.phone),
        person.country,
        text(person.organisation),
        text(person.position),
        row.category,
        person.state.as_str().to_owned(),
        person.language.code().to_owned(),
        rfc3339(person.registered_at),
        row.badge
            .as_deref()
            .and_then(Code::parse)
            .map(|code| code.as_str().to_string())
            .unwrap_or_default(),
        row.sites.join(" "),
        text(person.access_needs),
        text(person.food_needs),
        person.public_id,
        row.first_admitted_at.map(rfc3339).unwrap_or_default(),
        text(person.invite_again),
    ]
}
