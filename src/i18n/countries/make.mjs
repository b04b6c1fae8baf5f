// Writes the names of the countries, one file a language, sorted as the language sorts: code, tab, name.
//   npm pack cldr-localenames-full && tar xzf cldr-localenames-full-*.tgz
//   node src/i18n/countries/make.mjs package
import fs from 'node:fs';
import path from 'node:path';

const cldr = process.argv[2];
const here = import.meta.dirname;
const short = ['HK', 'MM', 'MO', 'PS']; // the long forms name another state or a former name

// CLDR has no name for the code QN, which the OTS forum uses.
const northernCyprus = {
  en: 'Turkish Republic of Northern Cyprus',
  az: 'Şimali Kipr Türk Respublikası',
  ru: 'Турецкая Республика Северного Кипра',
  tr: 'Kuzey Kıbrıs Türk Cumhuriyeti',
  ar: 'جمهورية شمال قبرص التركية',
  fr: 'République turque de Chypre du Nord',
};

// ISO 3166-1 alpha-2, from the table that knows regions and groups.
const table = fs.readFileSync(path.join(here, '../../values/country/table.rs'), 'utf8');
const codes = [...table.matchAll(/row\("([A-Z]{2})"/g)].map((match) => match[1]);

for (const language of Object.keys(northernCyprus)) {
  const file = path.join(cldr, 'main', language, 'territories.json');
  const names = JSON.parse(fs.readFileSync(file, 'utf8')).main[language].localeDisplayNames.territories;
  const name = (code) =>
    code === 'QN' ? northernCyprus[language] : (short.includes(code) && names[`${code}-alt-short`]) || names[code];
  const { compare } = new Intl.Collator(language);
  const lines = codes
    .map((code) => ({ code, name: name(code) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ code, name }) => `${code}\t${name}\n`);
  fs.writeFileSync(path.join(here, `${language}.tsv`), lines.join(''));
}
