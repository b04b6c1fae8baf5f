# Files that somebody brings, and what keeps them from being read

file-too-large = The file is larger than { $most } MB.
file-other-format = This is an XLS or ODS file, or one with a password. Open it in a spreadsheet program and save it as XLSX without a password or as “CSV UTF-8”.
file-json = The JSON cannot be read from line { $line }, column { $column } on: it must be a list of objects.
file-nested = Row { $row }: “{ $column }” holds a list or an object. It must be a text or a number.
file-order = Row { $row } comes after a later one: the file is damaged.
file-rows = A list may have { $most } rows. This one goes on from row { $row }.
file-columns = A list may have { $most } columns. In row { $row } something is in column { $column }.
file-cells = A list may have { $most } filled cells. At row { $row } there are more.
file-cell = Row { $row }, column { $column }: a cell may hold { $most } characters, and this one holds more. Perhaps a quotation mark is not closed.
file-text = A list may hold { $most } MB of text. At row { $row } there is more.
file-unpacked = Unpacked, the file is larger than { $most } MB: “{ $part }” goes beyond that.
file-parts = A spreadsheet may consist of { $most } parts. This one has more.
file-categories = A list may bring { $most } new categories. At row { $row } there are more: perhaps another column is called “category”.
file-memory = Opening this file takes more than { $megabytes } MB of memory. Save the list alone, without pictures and formats, as “CSV UTF-8”.
file-time = Opening this file takes longer than { $seconds } s. Save the list alone, without pictures and formats, as “CSV UTF-8”.
file-not-now = The file could not be opened just now. Please try again.
file-more-rows = { $count ->
    [one] One more row is not named here.
   *[other] { $count } more rows are not named here.
}
file-pixels = The picture has { $width } × { $height } pixels. Up to { $most } pixels in all are accepted: A4 at 300 dpi.
file-deep = Line { $line }: elements lie more than { $most } deep in one another. Ungroup some of them in your drawing program.
file-elements = The picture has more than { $most } elements. Simplify it in your drawing program.
file-filters = Line { $line }: the picture has more than { $most } filters. Remove shadows and blurs, or save it as PNG.
file-drawing-memory = Drawing this picture takes more than { $megabytes } MB of memory. Make it simpler, or save it as PNG.
file-drawing-time = Drawing this picture takes longer than { $seconds } s. Make it simpler, or save it as PNG.
