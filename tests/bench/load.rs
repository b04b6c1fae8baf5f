//! A load generator light enough to share two cores with what it measures: raw HTTP/1.1 over kept connections.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::net::TcpStream;

pub const CONNECTIONS: usize = 64;

/// What one run of requests came to.
pub struct Figures {
    pub rate: f64,
    pub p50: Duration,
    pub p99: Duration,
}

/// Sends what `request` gives for each number, in turn, until it gives nothing or the time is over.
/// Every answer has to have the status asked for.
pub fn run(
    address: SocketAddr,
    time: Duration,
    status: u16,
    request: impl Fn(usize) -> Option<Vec<u8>>,
) -> Figures {
    let (took, _) = work(address, time, status, request, |_, _| ());
    took
}

/// The same; hands each answer's body over, with the number of its request.
pub fn work(
    address: SocketAddr,
    time: Duration,
    status: u16,
    request: impl Fn(usize) -> Option<Vec<u8>>,
    answered: impl Fn(usize, &[u8]),
) -> (Figures, usize) {
    let every = Every {
        connections: CONNECTIONS,
        pause: None,
    };
    every.work(address, time, status, request, answered)
}

/// The same over so many connections, each sending again after a pause: the pace of people, not of a machine.
pub fn paced(
    connections: usize,
    pause: Duration,
    address: SocketAddr,
    time: Duration,
    request: impl Fn(usize) -> Vec<u8>,
    answered: impl Fn(usize, &[u8]),
) -> Figures {
    let every = Every {
        connections,
        pause: Some(pause),
    };
    let request = |number| Some(request(number));
    every.work(address, time, 200, request, answered).0
}

/// The same over so many connections; how long it took.
pub fn work_at(
    connections: usize,
    address: SocketAddr,
    time: Duration,
    status: u16,
    request: impl Fn(usize) -> Option<Vec<u8>>,
    answered: impl Fn(usize, &[u8]),
) -> Duration {
    let every = Every {
        connections,
        pause: None,
    };
    let began = Instant::now();
    every.work(address, time, status, request, answered);
    began.elapsed()
}

struct Every {
    connections: usize,
    pause: Option<Duration>,
}

impl Every {
    fn work(
        &self,
        address: SocketAddr,
        time: Duration,
        status: u16,
        request: impl Fn(usize) -> Option<Vec<u8>>,
        answered: impl Fn(usize, &[u8]),
    ) -> (Figures, usize) {
        let next = Cell::new(0);
        let times = RefCell::new(Vec::new());
        let began = Instant::now();
        let one_connection = async || {
            let mut connection = Connection::open(address).await;
            while began.elapsed() < time {
                let number = next.replace(next.get() + 1);
                let Some(bytes) = request(number) else { break };
                let sent = Instant::now();
                let body = connection.exchange(&bytes, status).await;
                times.borrow_mut().push(sent.elapsed());
                answered(number, body);
                if let Some(pause) = self.pause {
                    tokio::time::sleep(pause).await;
                }
            }
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(join_all((0..self.connections).map(|_| one_connection())));
        let elapsed = began.elapsed().as_secs_f64();
        let mut times = times.into_inner();
        times.sort_unstable();
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        (
            Figures {
                rate: times.len() as f64 / elapsed,
                p50: at(0.5),
                p99: at(0.99),
            },
            times.len(),
        )
    }
}

struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(address: SocketAddr) -> Connection {
        let stream = TcpStream::connect(address)
            .await
            .expect("the program answers");
        stream.set_nodelay(true).unwrap();
        Connection {
            stream,
            buffer: Vec::new(),
        }
    }

    /// One request, one answer: its body.
    async fn exchange(&mut self, request: &[u8], status: u16) -> &[u8] {
        self.write(request).await;
        self.buffer.clear();
        loop {
            if let Some((head, length)) = whole(&self.buffer) {
                let got = std::str::from_utf8(&self.buffer[9..12]).unwrap();
                assert_eq!(
                    got,
                    status.to_string(),
                    "{}",
                    String::from_utf8_lossy(&self.buffer)
                );
                return &self.buffer[head..head + length];
            }
            self.read().await;
        }
    }

    async fn write(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            match self.stream.try_write(bytes) {
                Ok(written) => bytes = &bytes[written..],
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    self.stream.writable().await.unwrap()
                }
                Err(error) => panic!("{error}"),
            }
        }
    }

    async fn read(&mut self) {
        self.stream.readable().await.unwrap();
        match self.stream.try_read_buf(&mut self.buffer) {
            Ok(0) => panic!(
                "the program hung up: {}",
                String::from_utf8_lossy(&self.buffer)
            ),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// Where the body begins and how long it is, once all of it is here.
fn whole(answer: &[u8]) -> Option<(usize, usize)> {
    let head = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let lines = std::str::from_utf8(&answer[..head]).unwrap();
    let length = lines.lines().find_map(|line| {
        line.to_ascii_lowercase()
            .strip_prefix("content-length:")
            .map(|rest| rest.trim().parse().unwrap())
    });
    let length: usize = length.unwrap_or(0);
    (answer.len() >= head + length).then_some((head, length))
}
