//! The line to a printer: opened to an address that was looked at first, and never waited for without end.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use socket2::{Domain, Protocol, SockAddr, Socket, Type};

use crate::models::printing::printer::{Printer, Trouble};
use crate::values::may_print_at;

const CONNECT: Duration = Duration::from_secs(3);
/// For the whole of a label.
const WRITE: Duration = Duration::from_secs(10);
/// How long we listen whether the printer throws away what it was given.
const FAREWELL: Duration = Duration::from_secs(1);
/// Bytes that may wait on our side of the line.
const HELD_BACK: usize = 8192;
/// So many of a name's addresses are tried.
const MOST_ADDRESSES: usize = 2;

/// Sends a label whole, or says why not. What the printer answers is read by nobody: it could be anything that
/// listens there.
pub(super) fn send(printer: &Printer, label: &[u8], this_machine: bool) -> Result<(), Trouble> {
    let mut line = open(printer, this_machine)?;
    write(&mut line, label)?;
    // The line may end from here on: the label is there.
    let _ = line.shutdown(Shutdown::Write);
    listen(&mut line)
}

/// The name is looked up once; what was found is looked at, and the line goes there and nowhere else.
fn open(printer: &Printer, this_machine: bool) -> Result<TcpStream, Trouble> {
    let found: Vec<SocketAddr> = (printer.host.as_str(), printer.port())
        .to_socket_addrs()
        .map_err(|_| Trouble::NoSuchHost)?
        .collect();
    let mut trouble = match found.is_empty() {
        true => Trouble::NoSuchHost,
        false => Trouble::Forbidden,
    };
    let may = |address: &&SocketAddr| may_print_at(address.ip(), address.port(), this_machine);
    for address in found.iter().filter(may).take(MOST_ADDRESSES) {
        match connect(address) {
            Ok(line) => return Ok(line),
            Err(_) => trouble = Trouble::Unreachable,
        }
    }
    Err(trouble)
}

/// With little room on our side: what is written has nearly all been taken by the printer, and one that takes nothing
/// is noticed.
fn connect(address: &SocketAddr) -> io::Result<TcpStream> {
    let line = Socket::new(
        Domain::for_address(*address),
        Type::STREAM,
        Some(Protocol::TCP),
    )?;
    line.set_send_buffer_size(HELD_BACK)?;
    line.connect_timeout(&SockAddr::from(*address), CONNECT)?;
    Ok(line.into())
}

fn write(line: &mut TcpStream, label: &[u8]) -> Result<(), Trouble> {
    let end = Instant::now() + WRITE;
    let mut rest = label;
    while !rest.is_empty() {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() || line.set_write_timeout(Some(left)).is_err() {
            return Err(Trouble::Hung);
        }
        match line.write(rest) {
            Ok(0) => return Err(Trouble::Broken),
            Ok(written) => rest = &rest[written..],
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if is_timeout(&error) => return Err(Trouble::Hung),
            Err(_) => return Err(Trouble::Broken),
        }
    }
    Ok(())
}

/// Many printers keep the line open after they have all of a label: silence is well. One that resets it has thrown
/// the label away.
fn listen(line: &mut TcpStream) -> Result<(), Trouble> {
    let end = Instant::now() + FAREWELL;
    let mut unread = [0; 512];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() || line.set_read_timeout(Some(left)).is_err() {
            return Ok(());
        }
        match line.read(&mut unread) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if is_timeout(&error) => return Ok(()),
            Err(_) => return Err(Trouble::Broken),
        }
    }
}

fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}
