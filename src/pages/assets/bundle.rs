//! One file of a page's script and all that it imports: half a hundred files, each small, take a phone longer to open
//! from its cache than all they do.

use std::collections::BTreeSet;
use std::fmt::Write;

/// A script with the modules it imports before it, each within a function of its own, so that what a module does not
/// export stays its own. It reads modules as ours are written: `import` and `export` begin a line, a module exports
/// what it declares, and none imports itself by way of others.
pub(super) struct Bundle<'a> {
    read: &'a dyn Fn(&str) -> Option<String>,
    /// Modules that other scripts of the page run too, and that therefore stay files of their own.
    shared: &'a [&'a str],
    /// Every module in it, by its name below `assets/`.
    pub parts: BTreeSet<String>,
    pub text: String,
}

impl<'a> Bundle<'a> {
    pub(super) fn of(
        entry: &str,
        shared: &'a [&'a str],
        read: &'a dyn Fn(&str) -> Option<String>,
    ) -> Bundle<'a> {
        let mut bundle = Bundle {
            read,
            shared,
            parts: BTreeSet::new(),
            text: String::new(),
        };
        bundle.add(entry);
        bundle
    }

    /// A shared module is imported once, by a name that all modules of the bundle see.
    fn import(&mut self, name: &str) {
        // From the folder of the entry, which is one below all assets.
        let _ = writeln!(
            self.text,
            "import * as {} from \"../{name}\";",
            variable(name)
        );
    }

    fn add(&mut self, name: &str) {
        if !self.parts.insert(name.to_owned()) {
            return;
        }
        if self.shared.contains(&name) {
            return self.import(name);
        }
        let Some(module) = (self.read)(name) else {
            debug_assert!(false, "no module {name}");
            return;
        };
        let mut lines = String::new();
        let mut exports = Vec::new();
        for line in module.lines() {
            if let Some((names, from)) = imported(line) {
                let path = below(name, from);
                self.add(&path);
                let _ = writeln!(lines, "const {names} = {};", variable(&path));
            } else if let Some(declaration) = line.strip_prefix("export ") {
                exports.push(declared(declaration));
                lines.push_str(declaration);
                lines.push('\n');
            } else {
                lines.push_str(line);
                lines.push('\n');
            }
        }
        let _ = writeln!(
            self.text,
            "const {} = (() => {{\n{lines}return {{ {} }};\n}})();",
            variable(name),
            exports.join(", ")
        );
    }
}

/// What a line imports, as a pattern of a `const`, and from where.
fn imported(line: &str) -> Option<(String, &str)> {
    let (names, from) = line.strip_prefix("import ")?.split_once(" from \"")?;
    let pattern = match names.strip_prefix("* as ") {
        Some(all) => all.to_owned(),
        None => names.replace(" as ", ": "),
    };
    Some((pattern, from.strip_suffix("\";")?))
}

/// The name that a declaration gives.
fn declared(declaration: &str) -> &str {
    let mut words = declaration
        .split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '$')
        .filter(|word| !matches!(*word, "" | "async" | "class" | "function" | "const"));
    words.next().unwrap_or_default()
}

/// The module at a relative address in another.
fn below(name: &str, address: &str) -> String {
    let mut path: Vec<&str> = name.split('/').collect();
    path.pop();
    for step in address.split('/') {
        match step {
            "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

fn variable(name: &str) -> String {
    let safe = |sign: char| if sign.is_alphanumeric() { sign } else { '_' };
    format!(
        "${}",
        name.trim_end_matches(".js")
            .chars()
            .map(safe)
            .collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULES: [(&str, &str); 4] = [
        (
            "door/door.js",
            "import { open as begin } from \"./names/fold.js\";\nimport * as all from \"./plain.js\";\nbegin(all);\n",
        ),
        (
            "door/names/fold.js",
            "import { own } from \"../plain.js\";\nimport { Store } from \"../store.js\";\nconst key = 1;\nexport async function open(x) {\n  return own + x;\n}\n",
        ),
        ("door/store.js", "export class Store {}\n"),
        (
            "door/plain.js",
            "const key = 2;\nexport const own = key;\nexport class Own {}\n",
        ),
    ];

    #[test]
    fn a_module_stands_once_and_after_what_it_imports() {
        let read = |name: &str| {
            let module = MODULES.iter().find(|(own, _)| *own == name);
            module.map(|(_, text)| (*text).to_owned())
        };
        assert_eq!(
            Bundle::of("door/door.js", &["door/store.js"], &read).text,
            "const $door_plain = (() => {\nconst key = 2;\nconst own = key;\nclass Own {}\nreturn { own, Own };\n})();\n\
             import * as $door_store from \"../door/store.js\";\n\
             const $door_names_fold = (() => {\nconst { own } = $door_plain;\nconst { Store } = $door_store;\nconst key = 1;\n\
             async function open(x) {\n  return own + x;\n}\nreturn { open };\n})();\n\
             const $door_door = (() => {\nconst { open: begin } = $door_names_fold;\nconst all = $door_plain;\n\
             begin(all);\nreturn {  };\n})();\n"
        );
    }
}
