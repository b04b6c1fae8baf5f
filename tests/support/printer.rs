//! A label printer: it takes what comes by TCP as printers do, and shows what would have come out. It understands
//! only what manuals of ZPL and of Brother's raster commands say, and knows nothing of the program's own writing.

use std::io::Read;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// A printer that is on. Dropped, it is off.
pub struct Printer {
    pub address: SocketAddr,
    labels: Receiver<Vec<u8>>,
    off: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

/// One that answers, and takes nothing.
pub struct Stuck {
    pub address: SocketAddr,
    _listener: TcpListener,
}

/// What came out: rows of dots, black is true.
pub struct Label(pub Vec<Vec<bool>>);

impl Printer {
    pub fn on() -> Printer {
        Printer::at("127.0.0.1:0".parse().unwrap())
    }

    pub fn at(address: SocketAddr) -> Printer {
        let listener = TcpListener::bind(address).unwrap();
        let address = listener.local_addr().unwrap();
        let off = Arc::new(AtomicBool::new(false));
        let (sender, labels) = channel();
        let stopped = off.clone();
        let listening = std::thread::spawn(move || {
            for line in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let mut label = Vec::new();
                line.unwrap().read_to_end(&mut label).unwrap();
                if sender.send(label).is_err() {
                    return;
                }
            }
        });
        Printer {
            address,
            labels,
            off,
            listening: Some(listening),
        }
    }

    /// An address at which nothing listens, until a printer is put there.
    pub fn nowhere() -> SocketAddr {
        Printer::on().address
    }

    /// What was sent by the next line.
    pub fn next(&self) -> Vec<u8> {
        self.labels
            .recv_timeout(Duration::from_secs(60))
            .expect("a label that came out")
    }

    /// Whether nothing has come out that was not looked at.
    pub fn is_silent(&self) -> bool {
        self.labels.try_recv().is_err()
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        self.off.store(true, Ordering::SeqCst);
        // Wakes the listener, which looks whether it is off.
        drop(std::net::TcpStream::connect(self.address));
        self.listening.take().map(JoinHandle::join);
    }
}

impl Stuck {
    /// Nobody ever takes up the lines that wait here, and so little is held for them that no label fits in.
    pub fn on() -> Stuck {
        let socket =
            socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
        socket.set_recv_buffer_size(2048).unwrap();
        let address: SocketAddr = "127.0.0.1:0".parse().unwrap();
        socket.bind(&address.into()).unwrap();
        socket.listen(8).unwrap();
        let listener = TcpListener::from(socket);
        Stuck {
            address: listener.local_addr().unwrap(),
            _listener: listener,
        }
    }
}

impl Label {
    /// What a printer of ZPL II shows: a page of ^PW by ^LL dots, graphic fields of hexadecimal rows on it.
    pub fn of_zpl(sent: &[u8]) -> Label {
        let text = std::str::from_utf8(sent).expect("ZPL is text");
        assert_eq!(text.matches("^XA").count(), 1, "one label");
        assert!(text.trim_end().ends_with("^XZ"), "a whole label");
        let (mut width, mut dots, mut origin) = (0, Vec::new(), (0, 0));
        for command in text.split('^').skip(1) {
            let (name, rest) = command.split_at(2);
            let rest = rest.trim_end();
            match name {
                "PW" => width = number(rest),
                "LL" => dots = vec![vec![false; width]; number(rest)],
                "FO" => {
                    let (x, y) = rest.split_once(',').unwrap();
                    origin = (number(x), number(y));
                }
                "GF" => graphic(&mut dots, origin, rest),
                "XA" | "FS" | "LH" | "PQ" | "XZ" => {}
                other => panic!("^{other} is no command that this printer knows"),
            }
        }
        Label(dots)
    }

    /// What a printer of Brother's QL series shows on endless tape of 62 mm: the 696 pins over it, seen from above.
    pub fn of_brother(sent: &[u8]) -> Label {
        let cleared = sent.iter().take_while(|byte| **byte == 0).count();
        assert!(cleared >= 200, "what was there before is cleared away");
        let (mut rest, mut rows, mut wanted) = (&sent[cleared..], Vec::new(), 0);
        loop {
            rest = match rest {
                [0x1b, b'@', rest @ ..] => rest,
                [0x1b, b'i', b'a', mode, rest @ ..] => {
                    assert_eq!(*mode, 1, "raster mode");
                    rest
                }
                [
                    0x1b,
                    b'i',
                    b'z',
                    _,
                    kind,
                    wide,
                    long,
                    a,
                    b,
                    c,
                    d,
                    _,
                    0,
                    rest @ ..,
                ] => {
                    assert_eq!(
                        (*kind, *wide, *long),
                        (0x0a, 62, 0),
                        "endless tape of 62 mm"
                    );
                    wanted = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
                    rest
                }
                [0x1b, b'i', b'M' | b'A' | b'K', _, rest @ ..] => rest,
                [0x1b, b'i', b'd', _, _, rest @ ..] => rest,
                [b'M', mode, rest @ ..] => {
                    assert_eq!(*mode, 0, "not compressed");
                    rest
                }
                [b'g', 0, 90, rest @ ..] => {
                    rows.push(tape(&rest[..90]));
                    &rest[90..]
                }
                [0x1a] => break,
                other => panic!("no command begins with {:x?}", &other[..other.len().min(8)]),
            }
        }
        assert_eq!(rows.len(), wanted, "as many rows as were announced");
        Label(rows)
    }

    /// Width and height in dots.
    pub fn size(&self) -> (usize, usize) {
        (self.0[0].len(), self.0.len())
    }

    pub fn png(&self) -> Vec<u8> {
        let (width, height) = self.size();
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, width as u32, height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let dots = self.0.iter().flatten();
        let pixels: Vec<u8> = dots.map(|black| if *black { 0 } else { 255 }).collect();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&pixels).unwrap();
        drop(writer);
        png
    }

    /// The code on it, as an independent decoder reads it.
    pub fn code(&self) -> String {
        super::qr::decode(&self.png())
    }
}

fn number(text: &str) -> usize {
    text.trim().parse().unwrap()
}

/// `A,bytes,bytes,bytes a row,data`: two digits a byte, and a comma for the white that ends a row.
fn graphic(dots: &mut [Vec<bool>], (left, top): (usize, usize), command: &str) {
    let parts: Vec<&str> = command.splitn(5, ',').collect();
    assert_eq!(parts[0], "A", "hexadecimal");
    let (total, row_bytes) = (number(parts[2]), number(parts[3]));
    assert!((1..=99_999).contains(&total), "{total} bytes in one field");
    let mut bytes: Vec<u8> = Vec::new();
    let mut digits = parts[4].chars();
    while let Some(high) = digits.next() {
        if high == ',' {
            bytes.resize((bytes.len() / row_bytes + 1) * row_bytes, 0);
            continue;
        }
        let low = digits.next().unwrap();
        bytes.push((high.to_digit(16).unwrap() * 16 + low.to_digit(16).unwrap()) as u8);
    }
    assert_eq!(bytes.len(), total);
    for (y, row) in bytes.chunks(row_bytes).enumerate() {
        for x in (0..row_bytes * 8).filter(|x| row[x / 8] & (0x80 >> (x % 8)) != 0) {
            dots[top + y][left + x] = true;
        }
    }
}

/// Of 720 pins the first 12 are not over the tape; seen from above, the last pin is at the left.
fn tape(row: &[u8]) -> Vec<bool> {
    let pin = |pin: usize| row[pin / 8] & (0x80 >> (pin % 8)) != 0;
    (12..12 + 696).rev().map(pin).collect()
}
