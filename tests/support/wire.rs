//! A line to the program on which every byte is the test's: what no browser says, or not at this pace.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::time::Duration;

use socket2::{Domain, Socket, Type};

use super::App;

/// Longer than any deadline of the program's.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Wire(TcpStream);

/// What came back.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Wire {
    pub fn to(app: &App) -> Wire {
        Wire::from("127.0.0.1", app)
    }

    /// From another of this machine's own addresses.
    pub fn from(ip: &str, app: &App) -> Wire {
        Wire::with(ip, app, |_| ())
    }

    /// Whoever is at this end takes hardly anything that it does not read at once.
    pub fn deaf_to(app: &App) -> Wire {
        Wire::with("127.0.0.1", app, |socket| {
            socket.set_recv_buffer_size(8 * 1024).unwrap();
        })
    }

    fn with(ip: &str, app: &App, set: impl FnOnce(&Socket)) -> Wire {
        let server: SocketAddr = app
            .address()
            .strip_prefix("http://")
            .unwrap()
            .parse()
            .unwrap();
        let own: IpAddr = ip.parse().unwrap();
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        set(&socket);
        socket.bind(&SocketAddr::new(own, 0).into()).unwrap();
        socket.connect(&server.into()).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        Wire(socket.into())
    }

    /// Whether it could still be said.
    pub fn say(&mut self, text: &str) -> bool {
        self.0.write_all(text.as_bytes()).is_ok()
    }

    /// The head of the next answer.
    pub fn hear_head(&mut self) -> String {
        let mut head = Vec::new();
        let mut one = [0];
        while !head.ends_with(b"\r\n\r\n") {
            match self.0.read(&mut one) {
                Ok(1) => head.push(one[0]),
                _ => break,
            }
        }
        String::from_utf8(head).unwrap()
    }

    /// Everything up to the end of the line, however it ends; panics where it does not end.
    pub fn hear_out(&mut self) -> Vec<u8> {
        let mut heard = Vec::new();
        let mut some = [0; 16 * 1024];
        loop {
            match self.0.read(&mut some) {
                Ok(0) => return heard,
                Ok(count) => heard.extend_from_slice(&some[..count]),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    panic!("the line stays open")
                }
                Err(_) => return heard,
            }
        }
    }

    /// The answer to what was said, which has to be the last on this line.
    pub fn answer(&mut self) -> Answer {
        let heard = self.hear_out();
        let end = heard
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(&heard)));
        let head = String::from_utf8_lossy(&heard[..end]).to_lowercase();
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head,
            body: heard[end + 4..].to_vec(),
        }
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().skip(1);
        let line = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        line.unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One request with these header lines, and its answer.
pub fn ask(app: &App, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
    ask_with(app, method, address, headers, "")
}

/// The same with a body.
pub fn ask_with(
    app: &App,
    method: &str,
    address: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let mut wire = Wire::to(app);
    let mut said = format!("{method} {address} HTTP/1.1\r\nconnection: close\r\n");
    if !headers.iter().any(|(name, _)| *name == "host") {
        said += "host: 127.0.0.1\r\n";
    }
    for (name, value) in headers {
        said += &format!("{name}: {value}\r\n");
    }
    if !body.is_empty() {
        said += &format!("content-length: {}\r\n", body.len());
    }
    wire.say(&format!("{said}\r\n{body}"));
    wire.answer()
}
