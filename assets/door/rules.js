/** What a checkpoint's categories and its site say of a person, whatever the hour: the verdict that refuses, if any. */
export function refusalOf(rule, { category_id: category, site_ids: sites = [] }) {
  if (refuses(rule.category_ids, [category])) return "wrong_category";
  if (rule.site_id && refuses(sites, [rule.site_id])) return "wrong_place";
}

/** A list that names nothing admits everything. */
function refuses(list, wanted) {
  return list.length > 0 && !wanted.some((one) => list.includes(one));
}
