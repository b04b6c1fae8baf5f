//! A line to the database that can be bad: silent for a while, cut at a word, or speaking another language.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use url::Url;

pub struct Proxy {
    port: u16,
    line: Arc<Line>,
}

#[derive(Default)]
struct Line {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    silent: bool,
    cut: Option<Cut>,
    /// What the server says, and what is heard instead; of the same length.
    translation: Option<(Vec<u8>, Vec<u8>)>,
}

/// Cuts a line behind its COMMIT, so that it reaches the server and the answer reaches nobody.
struct Cut {
    /// Said in the transaction that is meant.
    about: Vec<u8>,
    /// So many of these pass.
    passes: usize,
}

impl Proxy {
    /// Before the server of this address.
    pub fn before(address: &str) -> Proxy {
        let server: Url = address.parse().unwrap();
        let to = (
            server.host_str().unwrap().to_owned(),
            server.port().unwrap_or(5432),
        );
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let line = Arc::new(Line::default());
        let lines = line.clone();
        std::thread::spawn(move || {
            for inner in listener.incoming().map_while(Result::ok) {
                let (line, to) = (lines.clone(), to.clone());
                std::thread::spawn(move || {
                    if let Ok(outer) = TcpStream::connect((to.0.as_str(), to.1)) {
                        carry(inner, outer, &line);
                    }
                });
            }
        });
        Proxy { port, line }
    }

    /// The same database, by way of the proxy.
    pub fn address(&self, address: &str) -> String {
        let mut address: Url = address.parse().unwrap();
        address.set_host(Some("127.0.0.1")).unwrap();
        address.set_port(Some(self.port)).unwrap();
        address.to_string()
    }

    /// From now on nothing gets through, in neither direction, and nobody is told.
    pub fn fall_silent(&self) {
        self.set(|state| state.silent = true);
    }

    /// New lines get through again. Those on which something was said meanwhile stay silent for ever, as behind a
    /// firewall that has forgotten them.
    pub fn go_on(&self) {
        self.set(|state| state.silent = false);
    }

    /// The next COMMIT but so many of a transaction in which this was said gets no answer.
    pub fn cut_at_commit(&self, about: &str, passes: usize) {
        let about = about.as_bytes().to_vec();
        self.set(|state| state.cut = Some(Cut { about, passes }));
    }

    pub fn translate(&self, said: &str, heard: &str) {
        assert_eq!(said.len(), heard.len());
        let pair = (said.into(), heard.into());
        self.set(|state| state.translation = Some(pair));
    }

    fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.line.state.lock().unwrap());
    }
}

impl Line {
    /// Does not come back where something is said during the silence; both ends stay open.
    fn stay_silent_if_silent(&self) {
        if self.state.lock().unwrap().silent {
            loop {
                std::thread::park();
            }
        }
    }

    /// Whether the line is to be cut behind these bytes.
    fn cuts(&self, bytes: &[u8], said: &mut Said) -> bool {
        let commits = said.commits(bytes);
        let mut state = self.state.lock().unwrap();
        let Some(cut) = &mut state.cut else {
            return false;
        };
        said.meant |= place(bytes, &cut.about).is_some();
        if !commits || !std::mem::take(&mut said.meant) {
            return false;
        }
        if cut.passes > 0 {
            cut.passes -= 1;
            return false;
        }
        state.cut = None;
        true
    }

    fn translated(&self, bytes: &mut [u8]) {
        let state = self.state.lock().unwrap();
        let Some((said, heard)) = &state.translation else {
            return;
        };
        let mut from = 0;
        while let Some(at) = bytes[from..]
            .windows(said.len())
            .position(|part| part == said)
        {
            bytes[from + at..from + at + said.len()].copy_from_slice(heard);
            from += at + said.len();
        }
    }
}

/// What was said on one line.
#[derive(Default)]
struct Said {
    /// In a transaction that is meant.
    meant: bool,
    /// What the prepared COMMIT is called.
    commit: Option<Vec<u8>>,
}

impl Said {
    /// Whether the server is told to commit: not where it is told what that is called.
    fn commits(&mut self, bytes: &[u8]) -> bool {
        // P, length, name, 0, COMMIT, 0
        if let Some(at) = place(bytes, b"\0COMMIT\0") {
            let name = bytes[..at].rsplit(|byte| !byte.is_ascii_alphanumeric());
            self.commit = name.into_iter().next().map(<[u8]>::to_vec);
        }
        // B, length, no name of a portal, name, 0
        let Some(name) = &self.commit else {
            return false;
        };
        let bound = [&[0], name.as_slice(), &[0]].concat();
        let mut from = 0;
        while let Some(at) = place(&bytes[from..], &bound).map(|at| from + at) {
            if at >= 5 && bytes[at - 5] == b'B' {
                return true;
            }
            from = at + 1;
        }
        false
    }
}

fn place(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|here| here == part)
}

fn carry(mut inner: TcpStream, mut outer: TcpStream, line: &Arc<Line>) {
    let (mut back_from, mut back_to) = (outer.try_clone().unwrap(), inner.try_clone().unwrap());
    let back = line.clone();
    std::thread::spawn(move || {
        let mut bytes = [0; 16 * 1024];
        while let Ok(read @ 1..) = back_from.read(&mut bytes) {
            back.stay_silent_if_silent();
            back.translated(&mut bytes[..read]);
            if back_to.write_all(&bytes[..read]).is_err() {
                break;
            }
        }
        let _ = back_to.shutdown(Shutdown::Both);
    });
    let mut said = Said::default();
    let mut bytes = [0; 16 * 1024];
    while let Ok(read @ 1..) = inner.read(&mut bytes) {
        line.stay_silent_if_silent();
        let cut = line.cuts(&bytes[..read], &mut said);
        if cut {
            // The server does what it was told; its answer finds nobody.
            let _ = inner.shutdown(Shutdown::Both);
        }
        if outer.write_all(&bytes[..read]).is_err() {
            break;
        }
        if cut {
            std::thread::sleep(Duration::from_millis(200));
            break;
        }
    }
    let _ = outer.shutdown(Shutdown::Both);
}
