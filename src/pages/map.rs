use url::Url;

/// The one map that opens as an app on most phones.
const MAP: &str = "https://www.google.com/maps/search/?api=1";

/// Where a place is on a map, by its name and address.
pub(crate) fn map_address(place: &str) -> String {
    Url::parse_with_params(MAP, [("query", place)]).map_or_else(|_| MAP.to_owned(), Into::into)
}
