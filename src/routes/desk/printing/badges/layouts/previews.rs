use std::fs::File;
use std::io::{BufWriter, Write};

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use crate::badges::{self, BadgeFace, Imposition, Item, Job, Layout, Painter};
use crate::desk::files::attachment::Attachment;
use crate::desk::{AtForum, ForForum, Tab};
use crate::error::Error;
use crate::forms::Typed;
use crate::i18n::Texts;
use crate::press::raster;
use crate::printing::badges::forum_face;
use crate::printing::{odd, print};
use crate::routes::desk::printing::badges::{layouts, read};
use crate::threads::behind;

/// Dots of a preview in a millimetre.
const DOTS: f32 = 5.0;

/// `GET /{lang}/desk/{forum}/badges/layouts/{id}/preview.png?n=0`: the true drawing, with a name of this forum; the
/// id 0 is the program's own layout.
pub(crate) async fn preview(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let saved = match at.id()? {
        0 => None,
        _ => Some(layouts::find(&at).await?),
    };
    let typed = Typed::read(of.query_string().as_bytes());
    let place: usize = typed.get("n").parse().unwrap_or(0);
    let pictures = pictures(&at, read(saved.as_ref()), place, 1).await?;
    let first = pictures.into_iter().next().ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/png"))
        .body(first))
}

/// The same names as the file that a printer gets: with a PDF's background, which pixels cannot show.
pub(crate) async fn file(at: &AtForum, layout: Layout) -> Result<HttpResponse, Error> {
    let (whole, language) = (at.whole.clone(), print::language(&at.whole));
    let faces = faces(at).await?;
    let app = at.app.clone();
    let write = move |out: &mut BufWriter<File>| {
        let job = Job {
            fonts: &app.fonts,
            layout: &layout,
            forum: &forum_face(&whole, language),
            artwork: &print::artwork(&app.db, whole.forum.id, &layout)?,
            imposition: Imposition::default(),
            about: &print::about(&whole, language, Texts::of(language).badges_title()),
        };
        let items = faces.into_iter().map(|face| Item::Badge(Box::new(face)));
        let printed = badges::pdf(&job, items, |_| {}).map_err(|error| error.to_string())?;
        out.write_all(&printed.file)
            .map_err(|error| error.to_string())
    };
    let file = Attachment::pdf("layout.pdf".to_owned());
    file.make(&at.app, write).await
}

/// Previews as PNG: `most` names from the `from`th on.
pub(crate) async fn pictures(
    at: &AtForum,
    layout: Layout,
    from: usize,
    most: usize,
) -> Result<Vec<Vec<u8>>, Error> {
    let (whole, language) = (at.whole.clone(), print::language(&at.whole));
    let faces = faces(at).await?;
    let app = at.app.clone();
    let turn = at.app.drawing.acquire().await.map_err(Error::broken)?;
    let drawing = move || {
        let artwork = print::artwork(&app.db, whole.forum.id, &layout)?;
        let forum = forum_face(&whole, language);
        let mut painter = Painter::new(&app.fonts, &layout, &forum, &artwork);
        let draw = |face: &BadgeFace| {
            let drawn = painter.draw(face);
            let sides = std::iter::once(drawn.front).chain(drawn.back);
            let pngs = sides.filter_map(|side| Some(raster::draw(&side, DOTS)?.png()));
            pngs.collect::<Vec<_>>()
        };
        let some = faces.iter().skip(from).take(most);
        Ok::<_, String>(some.flat_map(draw).collect())
    };
    let drawn = behind(drawing).await;
    drop(turn);
    drawn.map_err(Error::broken)?.map_err(Error::broken)
}

/// The longest and oddest names of the forum.
async fn faces(at: &AtForum) -> Result<Vec<BadgeFace>, Error> {
    let (whole, language) = (at.whole.clone(), print::language(&at.whole));
    let found = at.app.db.read(move |c| odd::faces(c, &whole, language));
    Ok(found.await?)
}
