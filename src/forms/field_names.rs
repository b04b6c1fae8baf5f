//! What people call the fields of our forms, where a field is spoken of away from its form.

use crate::i18n::Texts;
use crate::values::Language;

/// The label of a field; of `title.az` also the language. A field without one is called as in the form itself.
pub(crate) fn field_name(field: &str, t: Texts) -> String {
    let (name, tongue) = field.split_once('.').unwrap_or((field, ""));
    let label = label(name, t).unwrap_or(name);
    match Language::parse(tongue) {
        Some(language) => format!("{label} ({})", language.autonym()),
        None => label.to_owned(),
    }
}

fn label(name: &str, t: Texts) -> Option<&'static str> {
    Some(match name {
        "name" => t.form_name_label(),
        "native_name" => t.form_native_label(),
        "latin_name" => t.form_latin_label(),
        "email" => t.form_email_label(),
        "phone" => t.form_phone_label(),
        "country" => t.form_country_label(),
        "organisation" => t.form_organisation_label(),
        "position" => t.form_position_label(),
        "category" => t.form_category_label(),
        "sites" => t.form_sites_label(),
        "language" => t.form_language_label(),
        "access_needs" => t.form_access_label(),
        "food_needs" => t.form_food_label(),
        "title" | "heading" => t.desk_wording_heading(),
        "subject" => t.desk_wording_subject(),
        "slug" => t.desk_new_slug(),
        "zone" => t.desk_edit_zone(),
        "site" => t.desk_edit_site(),
        "city" => t.desk_new_city(),
        "starts_on" => t.desk_edit_first_day(),
        "ends_on" => t.desk_edit_last_day(),
        "starts_at" => t.desk_sessions_starts(),
        "ends_at" => t.desk_sessions_ends(),
        "opens_at" => t.desk_checkpoints_opens(),
        "closes_at" => t.desk_checkpoints_closes(),
        "capacity" => t.desk_checkpoints_capacity(),
        "direction" => t.desk_checkpoints_direction(),
        "session" => t.desk_checkpoints_session(),
        "colour" | "brand" => t.desk_edit_colour(),
        "contact" => t.desk_settings_contact(),
        "code" => t.check_code(),
        "checkpoint" => t.door_checkpoint_label(),
        _ => return None,
    })
}
